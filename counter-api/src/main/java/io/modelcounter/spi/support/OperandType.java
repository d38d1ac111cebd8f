package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;

/** The element type that the operands of a call have in common. */
public final class OperandType {
  private OperandType() {}

  /**
   * Element type of all inputs: that of the first one whose type is known.
   *
   * @param call the call
   * @return the type, unknown if no input has a known one
   */
  public static ElementType of(Call call) {
    return from(call, 0);
  }

  /**
   * Element type of all inputs from one on: that of the first of them whose type is known.
   *
   * @param call the call
   * @param first position of the first operand
   * @return the type, unknown if none of these inputs has a known one
   */
  public static ElementType from(Call call, int first) {
    for (int i = first; i < call.inputCount(); i++) {
      if (call.hasInput(i) && call.element(i) != ElementType.UNKNOWN) {
        return call.element(i);
      }
    }
    return ElementType.UNKNOWN;
  }
}
