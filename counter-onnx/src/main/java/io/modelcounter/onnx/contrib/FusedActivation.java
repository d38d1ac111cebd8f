package io.modelcounter.onnx.contrib;

import io.modelcounter.cost.Work;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.symbolic.Size;
import java.util.Locale;

/** The activation function that the attribute {@code activation} of a fused operator names. */
public final class FusedActivation {
  private FusedActivation() {}

  /**
   * Work of the activation function.
   *
   * @param attributes attributes of the node
   * @param type element type
   * @param elements number of elements
   * @return the work; none if no activation is fused
   * @throws UnknownInputException if the function is not known, which makes the cost unknown
   */
  public static Work work(Attributes attributes, ElementType type, Size elements) {
    String name = attributes.text("activation", "");
    if (name.isEmpty() || name.toLowerCase(Locale.ROOT).equals("none")) {
      return Work.NONE;
    }
    return Activations.named(name)
        .orElseThrow(
            () -> new UnknownInputException("the activation \"" + name + "\" is not known"))
        .times(type, elements);
  }
}
