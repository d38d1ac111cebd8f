package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;

/** How many elements a tensor message stores, and in which of its fields; never which ones. */
final class TensorData {
  static final int FLOAT_DATA = 4;
  static final int INT32_DATA = 5;
  static final int STRING_DATA = 6;
  static final int INT64_DATA = 7;
  static final int RAW_DATA = 9;
  static final int DOUBLE_DATA = 10;
  static final int UINT64_DATA = 11;

  private static final int NO_FIELD = 0;

  private int field = NO_FIELD;
  private long numbers;
  private long uncountedBytes;

  /** Steps over the current field, which is one of those that hold elements. */
  void step(WireReader wire) {
    int number = wire.field();
    long found =
        switch (number) {
          case FLOAT_DATA -> fixed(wire, WireReader.FIXED32, 4);
          case DOUBLE_DATA -> fixed(wire, WireReader.FIXED64, 8);
          case RAW_DATA -> wire.payload(name(number), WireReader.LENGTH);
          case STRING_DATA -> {
            wire.payload(name(number), WireReader.LENGTH);
            yield 1;
          }
          default -> varints(wire);
        };
    if (found == 0) {
      return;
    }
    if (field != NO_FIELD && field != number) {
      throw wire.fail("E0315", "elements are stored in " + name(field) + " and in " + name(number));
    }
    field = number;
    numbers += Math.max(found, 0);
  }

  private static long fixed(WireReader wire, int type, int width) {
    String name = name(wire.field());
    long bytes = wire.payload(name, type);
    if (bytes % width != 0) {
      throw wire.fail("E0315", name + " has " + bytes + " bytes, which is no multiple of " + width);
    }
    return bytes / width;
  }

  private long varints(WireReader wire) {
    long count = wire.countedPayload(name(wire.field()), Limits.KEPT_TENSOR_BYTES);
    if (count < 0) {
      uncountedBytes -= count;
    }
    return count;
  }

  /** Tells whether no element is stored. */
  boolean isEmpty() {
    return field == NO_FIELD;
  }

  /**
   * Refuses elements that do not fit the dimensions or the type.
   *
   * @param wire where the tensor was read
   * @param tensor name of the tensor
   * @param type type of the elements
   * @param elements how many the dimensions say
   */
  void check(WireReader wire, String tensor, ElementType type, long elements) {
    if (field == NO_FIELD) {
      return;
    }
    String subject = "the tensor \"" + tensor + "\" of type " + type + " and " + elements;
    boolean raw = field == RAW_DATA;
    if (raw ? type == ElementType.STRING : field != fieldOf(type)) {
      throw wire.fail("E0315", subject + " elements stores them in " + name(field));
    }
    double expected = raw ? rawBytes(type, elements) : numbers(type, elements);
    boolean fits =
        uncountedBytes == 0
            ? numbers == expected
            : numbers + uncountedBytes >= expected && numbers + uncountedBytes / 10 <= expected;
    if (!fits) {
      throw wire.fail(
          "E0315",
          subject
              + " elements stores "
              + (uncountedBytes == 0 ? numbers : uncountedBytes)
              + (raw || uncountedBytes > 0 ? " bytes in " : " numbers in ")
              + name(field));
    }
  }

  /** The field that holds elements of a type that are not raw. */
  static int fieldOf(ElementType type) {
    return switch (type) {
      case FLOAT32, COMPLEX64 -> FLOAT_DATA;
      case FLOAT64, COMPLEX128 -> DOUBLE_DATA;
      case STRING -> STRING_DATA;
      case INT64 -> INT64_DATA;
      case UINT32, UINT64 -> UINT64_DATA;
      default -> INT32_DATA;
    };
  }

  /** Bytes of raw elements, packed; a double because the product may be above any long. */
  static double rawBytes(ElementType type, long elements) {
    return Math.ceil((double) elements * type.bits() / 8);
  }

  private static double numbers(ElementType type, long elements) {
    return switch (type) {
      case COMPLEX64, COMPLEX128 -> 2.0 * elements;
      default -> type.bits() > 0 && type.bits() < 8 ? rawBytes(type, elements) : elements;
    };
  }

  private static String name(int number) {
    return switch (number) {
      case FLOAT_DATA -> "float_data";
      case INT32_DATA -> "int32_data";
      case STRING_DATA -> "string_data";
      case INT64_DATA -> "int64_data";
      case DOUBLE_DATA -> "double_data";
      case UINT64_DATA -> "uint64_data";
      default -> "raw_data";
    };
  }
}
