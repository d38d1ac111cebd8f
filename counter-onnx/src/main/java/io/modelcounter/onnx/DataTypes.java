package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;
import org.jspecify.annotations.Nullable;

/** The numbers of {@code TensorProto.DataType} in the ONNX specification. */
final class DataTypes {
  private static final ElementType[] BY_NUMBER = {
    ElementType.UNKNOWN,
    ElementType.FLOAT32,
    ElementType.UINT8,
    ElementType.INT8,
    ElementType.UINT16,
    ElementType.INT16,
    ElementType.INT32,
    ElementType.INT64,
    ElementType.STRING,
    ElementType.BOOL,
    ElementType.FLOAT16,
    ElementType.FLOAT64,
    ElementType.UINT32,
    ElementType.UINT64,
    ElementType.COMPLEX64,
    ElementType.COMPLEX128,
    ElementType.BFLOAT16,
    ElementType.FLOAT8E4M3FN,
    ElementType.FLOAT8E4M3FNUZ,
    ElementType.FLOAT8E5M2,
    ElementType.FLOAT8E5M2FNUZ,
    ElementType.UINT4,
    ElementType.INT4,
    ElementType.FLOAT4E2M1,
    ElementType.FLOAT8E8M0,
    ElementType.UINT2,
    ElementType.INT2,
  };

  private DataTypes() {}

  /**
   * Element type of a declared value; 0 is the unknown type.
   *
   * @param wire where the number was read, for the message
   * @param number the number
   * @return the type
   */
  static ElementType declared(WireReader wire, long number) {
    ElementType type = find(number);
    if (type == null) {
      throw wire.fail("E0311", "data type " + number + " does not exist");
    }
    return type;
  }

  /** Element type of a stored tensor, which must have one. */
  static ElementType stored(WireReader wire, long number) {
    ElementType type = declared(wire, number);
    if (type == ElementType.UNKNOWN) {
      throw wire.fail("E0311", "a stored tensor has no data type");
    }
    return type;
  }

  private static @Nullable ElementType find(long number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[(int) number];
  }
}
