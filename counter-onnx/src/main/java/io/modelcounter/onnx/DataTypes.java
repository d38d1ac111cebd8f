package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;
import io.modelcounter.spi.support.ElementTypes;

/** Element types by the numbers that a file gives ({@code TensorProto.DataType}). */
final class DataTypes {
  private DataTypes() {}

  /**
   * Element type of a declared value; 0 is the unknown type.
   *
   * @param wire where the number was read, for the message
   * @param number the number
   * @return the type
   */
  static ElementType declared(WireReader wire, long number) {
    return ElementTypes.find(number)
        .orElseThrow(() -> wire.fail("E0311", "data type " + number + " does not exist"));
  }

  /** Element type of a stored tensor, which must have one. */
  static ElementType stored(WireReader wire, long number) {
    ElementType type = declared(wire, number);
    if (type == ElementType.UNKNOWN) {
      throw wire.fail("E0311", "a stored tensor has no data type");
    }
    return type;
  }
}
