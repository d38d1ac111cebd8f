package io.modelcounter.spi.support;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Element types by their numbers (ONNX, TensorProto.DataType), as integer attributes of operators
 * name them, such as {@code to} of Cast or {@code dtype} of RandomNormal.
 */
public final class ElementTypes {
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

  private static final Set<ElementType> UNSIGNED =
      EnumSet.of(
          ElementType.UINT2,
          ElementType.UINT4,
          ElementType.UINT8,
          ElementType.UINT16,
          ElementType.UINT32,
          ElementType.UINT64);

  private ElementTypes() {}

  /**
   * Tells whether a type is an integer type without negative numbers.
   *
   * @param type the type
   * @return true for unsigned integers of any width; false for {@link ElementType#BOOL}
   */
  public static boolean isUnsigned(ElementType type) {
    return UNSIGNED.contains(type);
  }

  /**
   * Element type with a given number.
   *
   * @param number number of the type, from 1
   * @return the type
   * @throws InvalidNodeException if no type has that number
   */
  public static ElementType numbered(long number) {
    return find(number)
        .filter(type -> type != ElementType.UNKNOWN)
        .orElseThrow(
            () ->
                new InvalidNodeException(
                    "element type "
                        + number
                        + " does not exist, expected 1 to "
                        + (BY_NUMBER.length - 1)));
  }

  /**
   * Element type with a given number, if there is one.
   *
   * @param number number of the type; 0 stands for the unknown type
   * @return the type, or empty if no type has that number
   */
  public static Optional<ElementType> find(long number) {
    return number < 0 || number >= BY_NUMBER.length
        ? Optional.empty()
        : Optional.of(BY_NUMBER[(int) number]);
  }

  /**
   * Element type that an attribute names.
   *
   * @param attributes attributes of the node
   * @param name name of the attribute
   * @param otherwise type if the attribute is absent or 0
   * @return the type
   * @throws InvalidNodeException if no type has the attribute's number
   */
  public static ElementType of(Attributes attributes, String name, ElementType otherwise) {
    long number = attributes.integer(name, 0);
    return number == 0 ? otherwise : numbered(number);
  }
}
