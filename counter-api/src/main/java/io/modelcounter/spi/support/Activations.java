package io.modelcounter.spi.support;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.DIVIDE;
import static io.modelcounter.cost.WorkKind.ERROR_FUNCTION;
import static io.modelcounter.cost.WorkKind.EXP;
import static io.modelcounter.cost.WorkKind.HYPERBOLIC;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.NEGATE;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Work of activation functions for one element.
 *
 * <p>It follows the function that the ONNX specification gives, with every elementary operation
 * counted once; constants such as {@code sqrt(2 / pi)} are taken as given. A function with branches
 * takes the dearer one for every element.
 */
public final class Activations {
  /** Relu, {@code max(0, x)}. */
  public static final ElementWork RELU = ElementWork.of(COMPARE);

  /** LeakyRelu and PRelu, {@code x < 0 ? slope * x : x}. */
  public static final ElementWork LEAKY_RELU = ElementWork.of(COMPARE, MULTIPLY);

  /** Elu, {@code x < 0 ? alpha * (exp(x) - 1) : x}. */
  public static final ElementWork ELU = ElementWork.of(COMPARE, EXP, ADD, MULTIPLY);

  /** Selu, Elu times a factor. */
  public static final ElementWork SELU = ELU.and(MULTIPLY, 1);

  /** Celu, {@code max(0, x) + min(0, alpha * (exp(x / alpha) - 1))}. */
  public static final ElementWork CELU =
      ElementWork.of(COMPARE, COMPARE, DIVIDE, EXP, ADD, ADD, MULTIPLY);

  /** Tanh. */
  public static final ElementWork TANH = ElementWork.of(HYPERBOLIC);

  /** Swish, {@code x * sigmoid(x)}. */
  public static final ElementWork SWISH = ElementWork.SIGMOID.and(MULTIPLY, 1);

  /** Swish with a factor, {@code x * sigmoid(alpha * x)}. */
  public static final ElementWork SCALED_SWISH = ElementWork.SIGMOID.and(MULTIPLY, 2);

  /** Gelu, {@code 0.5 * x * (1 + erf(x / sqrt(2)))}. */
  public static final ElementWork GELU =
      ElementWork.of(DIVIDE, ERROR_FUNCTION, ADD, MULTIPLY, MULTIPLY);

  /**
   * Gelu by a hyperbolic tangent, {@code 0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x * x *
   * x)))}.
   */
  public static final ElementWork TANH_GELU = ElementWork.of(HYPERBOLIC, ADD, ADD).and(MULTIPLY, 6);

  /** Mish, {@code x * tanh(log(1 + exp(x)))}. */
  public static final ElementWork MISH = ElementWork.of(EXP, ADD, LOG, HYPERBOLIC, MULTIPLY);

  /** HardSigmoid, {@code max(0, min(1, alpha * x + beta))}. */
  public static final ElementWork HARD_SIGMOID = ElementWork.of(MULTIPLY, ADD, COMPARE, COMPARE);

  /** HardSwish, {@code x * HardSigmoid(x)}. */
  public static final ElementWork HARD_SWISH = HARD_SIGMOID.and(MULTIPLY, 1);

  /** Softplus, {@code log(exp(x) + 1)}. */
  public static final ElementWork SOFTPLUS = ElementWork.of(EXP, ADD, LOG);

  /** Softsign, {@code x / (1 + abs(x))}. */
  public static final ElementWork SOFTSIGN = ElementWork.of(NEGATE, ADD, DIVIDE);

  /** ScaledTanh, {@code alpha * tanh(beta * x)}. */
  public static final ElementWork SCALED_TANH = ElementWork.of(MULTIPLY, HYPERBOLIC, MULTIPLY);

  /** Affine, {@code alpha * x + beta}. */
  public static final ElementWork AFFINE = ElementWork.of(MULTIPLY, ADD);

  /** ParametricSoftplus, {@code alpha * log(exp(beta * x) + 1)}. */
  public static final ElementWork PARAMETRIC_SOFTPLUS =
      ElementWork.of(MULTIPLY, EXP, ADD, LOG, MULTIPLY);

  /** Clip to two bounds. */
  public static final ElementWork CLIP = ElementWork.of(COMPARE, COMPARE);

  private static final Map<String, ElementWork> BY_NAME =
      Map.ofEntries(
          Map.entry("affine", AFFINE),
          Map.entry("celu", CELU),
          Map.entry("clip", CLIP),
          Map.entry("elu", ELU),
          Map.entry("gelu", GELU),
          Map.entry("hardsigmoid", HARD_SIGMOID),
          Map.entry("hardswish", HARD_SWISH),
          Map.entry("leakyrelu", LEAKY_RELU),
          Map.entry("mish", MISH),
          Map.entry("parametricsoftplus", PARAMETRIC_SOFTPLUS),
          Map.entry("quickgelu", SCALED_SWISH),
          Map.entry("relu", RELU),
          Map.entry("scaledtanh", SCALED_TANH),
          Map.entry("selu", SELU),
          Map.entry("sigmoid", ElementWork.SIGMOID),
          Map.entry("silu", SWISH),
          Map.entry("softplus", SOFTPLUS),
          Map.entry("softsign", SOFTSIGN),
          Map.entry("swish", SWISH),
          Map.entry("tanh", TANH),
          Map.entry("thresholdedrelu", RELU));

  private Activations() {}

  /**
   * Finds an activation function by the name that operators give it in an attribute.
   *
   * @param name name in upper or lower case, for example {@code LeakyRelu}
   * @return its work, or empty if there is none of that name
   */
  public static Optional<ElementWork> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }
}
