package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;

/**
 * The function between the layers of an expert, that the attribute {@code activation_type} names.
 */
final class ExpertActivation {
  private static final ElementWork NOTHING = ElementWork.of();

  private ExpertActivation() {}

  /**
   * Work of the function for one element that enters the last layer.
   *
   * @param attributes attributes of the node
   * @param gated whether a third layer gives a factor for every element
   */
  static ElementWork of(Attributes attributes, boolean gated) {
    String name = attributes.text("activation_type", "relu");
    if (name.equals("swiglu")) {
      return swiglu(attributes);
    }
    ElementWork work =
        name.equals("identity")
            ? NOTHING
            : Activations.named(name)
                .orElseThrow(
                    () ->
                        new UnknownInputException("the activation \"" + name + "\" is not known"));
    return gated ? work.and(WorkKind.MULTIPLY, 1) : work;
  }

  /** {@code G * sigmoid(alpha * G) * (L + beta)}, both bounded where there is a limit. */
  private static ElementWork swiglu(Attributes attributes) {
    boolean scaled = attributes.real("activation_alpha").orElse(1) != 1;
    ElementWork work =
        (scaled ? Activations.SCALED_SWISH : Activations.SWISH).and(WorkKind.MULTIPLY, 1);
    if (attributes.real("activation_beta").orElse(0) != 0) {
      work = work.and(WorkKind.ADD, 1);
    }
    return attributes.has("swiglu_limit") ? work.and(WorkKind.COMPARE, 3) : work;
  }
}
