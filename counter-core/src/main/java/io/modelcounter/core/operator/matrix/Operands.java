package io.modelcounter.core.operator.matrix;

import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;

/** What the operands of a product have in common. */
final class Operands {
  private Operands() {}

  /** The element type that all operands have: that of the first one whose type is known. */
  static ElementType element(Call call) {
    for (int i = 0; i < call.inputCount(); i++) {
      ElementType element = call.hasInput(i) ? call.element(i) : ElementType.UNKNOWN;
      if (element != ElementType.UNKNOWN) {
        return element;
      }
    }
    return ElementType.UNKNOWN;
  }
}
