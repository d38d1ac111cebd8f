package io.modelcounter.core.operator.activation;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.MULTIPLY;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The activation family. */
public final class ActivationOperators {
  private ActivationOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Relu(),
        new Activation("LeakyRelu", Activations.LEAKY_RELU),
        new ParametricRelu(),
        new Activation("ThresholdedRelu", Activations.RELU),
        new Activation("Elu", Activations.ELU),
        new Activation("Selu", Activations.SELU),
        new Activation("Celu", Activations.CELU),
        new Activation("Gelu", ActivationOperators::gelu),
        new Activation("Mish", Activations.MISH),
        new Activation("Sigmoid", ElementWork.SIGMOID),
        new Activation("Swish", ActivationOperators::swish),
        new SwiGlu(),
        new Activation("HardSigmoid", Activations.HARD_SIGMOID),
        new Activation("HardSwish", Activations.HARD_SWISH),
        new Activation("Softplus", Activations.SOFTPLUS),
        new Activation("Softsign", Activations.SOFTSIGN),
        new Activation("Shrink", ElementWork.of(COMPARE, COMPARE, ADD)),
        new Softmax(),
        new Activation("Affine", Activations.AFFINE),
        new Activation("Scale", ElementWork.of(MULTIPLY)),
        new Activation("ScaledTanh", Activations.SCALED_TANH),
        new Activation("ParametricSoftplus", Activations.PARAMETRIC_SOFTPLUS));
  }

  private static ElementWork gelu(Call call) {
    return call.attributes().text("approximate", "none").equals("tanh")
        ? Activations.TANH_GELU
        : Activations.GELU;
  }

  /** {@code x * sigmoid(alpha * x)}; an alpha of 1 needs no multiplication. */
  static ElementWork swish(Call call) {
    return call.attributes().real("alpha").orElse(1) == 1
        ? Activations.SWISH
        : Activations.SCALED_SWISH;
  }
}
