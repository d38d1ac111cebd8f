package io.modelcounter.model;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.Optional;

/**
 * Type of one tensor element, with its width in bits.
 *
 * <p>The set is that of the ONNX {@code TensorProto.DataType} enumeration; other formats map onto
 * it.
 */
public enum ElementType {
  /** IEEE 754 binary32. */
  FLOAT32("float32", 32, Kind.FLOAT),
  /** IEEE 754 binary64. */
  FLOAT64("float64", 64, Kind.FLOAT),
  /** IEEE 754 binary16. */
  FLOAT16("float16", 16, Kind.FLOAT),
  /** Brain floating point: eight exponent bits, seven fraction bits. */
  BFLOAT16("bfloat16", 16, Kind.FLOAT),
  /** Four exponent bits, three fraction bits, no infinities. */
  FLOAT8E4M3FN("float8e4m3fn", 8, Kind.FLOAT),
  /** Four exponent bits, three fraction bits, no infinities, no negative zero. */
  FLOAT8E4M3FNUZ("float8e4m3fnuz", 8, Kind.FLOAT),
  /** Five exponent bits, two fraction bits. */
  FLOAT8E5M2("float8e5m2", 8, Kind.FLOAT),
  /** Five exponent bits, two fraction bits, no infinities, no negative zero. */
  FLOAT8E5M2FNUZ("float8e5m2fnuz", 8, Kind.FLOAT),
  /** Eight exponent bits only: a scale that is a power of two. */
  FLOAT8E8M0("float8e8m0", 8, Kind.FLOAT),
  /** Two exponent bits, one fraction bit. */
  FLOAT4E2M1("float4e2m1", 4, Kind.FLOAT),
  /** Signed two-bit integer. */
  INT2("int2", 2, Kind.SIGNED),
  /** Signed four-bit integer. */
  INT4("int4", 4, Kind.SIGNED),
  /** Signed eight-bit integer. */
  INT8("int8", 8, Kind.SIGNED),
  /** Signed sixteen-bit integer. */
  INT16("int16", 16, Kind.SIGNED),
  /** Signed thirty-two-bit integer. */
  INT32("int32", 32, Kind.SIGNED),
  /** Signed sixty-four-bit integer. */
  INT64("int64", 64, Kind.SIGNED),
  /** Unsigned two-bit integer. */
  UINT2("uint2", 2, Kind.UNSIGNED),
  /** Unsigned four-bit integer. */
  UINT4("uint4", 4, Kind.UNSIGNED),
  /** Unsigned eight-bit integer. */
  UINT8("uint8", 8, Kind.UNSIGNED),
  /** Unsigned sixteen-bit integer. */
  UINT16("uint16", 16, Kind.UNSIGNED),
  /** Unsigned thirty-two-bit integer. */
  UINT32("uint32", 32, Kind.UNSIGNED),
  /** Unsigned sixty-four-bit integer. */
  UINT64("uint64", 64, Kind.UNSIGNED),
  /** Truth value, stored in one byte. */
  BOOL("bool", 8, Kind.BOOL),
  /** Text; its width depends on the data. */
  STRING("string", 0, Kind.TEXT),
  /** Pair of binary32 numbers. */
  COMPLEX64("complex64", 64, Kind.COMPLEX),
  /** Pair of binary64 numbers. */
  COMPLEX128("complex128", 128, Kind.COMPLEX),
  /** Not known. */
  UNKNOWN("unknown", 0, Kind.UNKNOWN);

  private enum Kind {
    FLOAT,
    SIGNED,
    UNSIGNED,
    BOOL,
    TEXT,
    COMPLEX,
    UNKNOWN
  }

  private final String text;
  private final int bits;
  private final Kind kind;

  ElementType(String text, int bits, Kind kind) {
    this.text = text;
    this.bits = bits;
    this.kind = kind;
  }

  /**
   * Finds the type with a given name.
   *
   * @param text the name, for example {@code float32}
   * @return the type, or empty if there is none of that name
   */
  public static Optional<ElementType> named(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /**
   * Name used in reports, for example {@code float32}.
   *
   * @return the name
   */
  public String text() {
    return text;
  }

  /**
   * Width of one stored element in bits.
   *
   * @return the width, or 0 for strings and the unknown type
   */
  public int bits() {
    return bits;
  }

  /**
   * Tells whether this is a floating-point type.
   *
   * @return true for every float type, however narrow
   */
  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  /**
   * Tells whether this is a signed or unsigned integer type.
   *
   * @return true for integers; false for {@link #BOOL}
   */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /**
   * Bytes that a dense tensor of this type takes, elements packed, rounded up to whole bytes.
   *
   * @param elements number of elements
   * @return the bytes; unknown for strings and the unknown type
   */
  public Amount bytes(Size elements) {
    if (bits == 0) {
      return Amount.unknown("the width of type " + text + " is not known");
    }
    if (bits % 8 == 0) {
      return Amount.exact(elements.times(bits / 8));
    }
    return Amount.exact(elements.times(bits).ceilDiv(Size.of(8)));
  }

  @Override
  public String toString() {
    return text;
  }
}
