package io.modelcounter.core.operator.activation;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.DIVIDE;
import static io.modelcounter.cost.WorkKind.ERROR_FUNCTION;
import static io.modelcounter.cost.WorkKind.EXP;
import static io.modelcounter.cost.WorkKind.HYPERBOLIC;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.NEGATE;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/**
 * The activation family.
 *
 * <p>The work of every activation follows the function that its ONNX specification gives, with
 * every elementary operation counted once; constants such as {@code sqrt(2 / pi)} are taken as
 * given.
 */
public final class ActivationOperators {
  private static final ElementWork SWISH = ElementWork.SIGMOID.and(MULTIPLY, 1);
  private static final ElementWork SCALED_SWISH = ElementWork.SIGMOID.and(MULTIPLY, 2);
  private static final ElementWork GELU =
      ElementWork.of(DIVIDE, ERROR_FUNCTION, ADD, MULTIPLY, MULTIPLY);
  private static final ElementWork TANH_GELU =
      ElementWork.of(HYPERBOLIC, ADD, ADD).and(MULTIPLY, 6);

  private ActivationOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Relu(),
        new Activation("LeakyRelu", ElementWork.of(COMPARE, MULTIPLY)),
        new ParametricRelu(),
        new Activation("ThresholdedRelu", ElementWork.of(COMPARE)),
        new Activation("Elu", ElementWork.of(COMPARE, EXP, ADD, MULTIPLY)),
        new Activation("Selu", ElementWork.of(COMPARE, EXP, ADD, MULTIPLY, MULTIPLY)),
        new Activation("Celu", ElementWork.of(COMPARE, COMPARE, DIVIDE, EXP, ADD, ADD, MULTIPLY)),
        new Activation("Gelu", ActivationOperators::gelu),
        new Activation("Mish", ElementWork.of(EXP, ADD, LOG, HYPERBOLIC, MULTIPLY)),
        new Activation("Sigmoid", ElementWork.SIGMOID),
        new Activation("Swish", ActivationOperators::swish),
        new SwiGlu(),
        new Activation("HardSigmoid", ElementWork.of(MULTIPLY, ADD, COMPARE, COMPARE)),
        new Activation("HardSwish", ElementWork.of(MULTIPLY, MULTIPLY, ADD, COMPARE, COMPARE)),
        new Activation("Softplus", ElementWork.of(EXP, ADD, LOG)),
        new Activation("Softsign", ElementWork.of(NEGATE, ADD, DIVIDE)),
        new Activation("Shrink", ElementWork.of(COMPARE, COMPARE, ADD)),
        new Softmax(),
        new Activation("Affine", ElementWork.of(MULTIPLY, ADD)),
        new Activation("Scale", ElementWork.of(MULTIPLY)),
        new Activation("ScaledTanh", ElementWork.of(MULTIPLY, HYPERBOLIC, MULTIPLY)),
        new Activation("ParametricSoftplus", ElementWork.of(MULTIPLY, EXP, ADD, LOG, MULTIPLY)));
  }

  private static ElementWork gelu(Call call) {
    return call.attributes().text("approximate", "none").equals("tanh") ? TANH_GELU : GELU;
  }

  /** {@code x * sigmoid(alpha * x)}; an alpha of 1 needs no multiplication. */
  static ElementWork swish(Call call) {
    return call.attributes().real("alpha").orElse(1) == 1 ? SWISH : SCALED_SWISH;
  }
}
