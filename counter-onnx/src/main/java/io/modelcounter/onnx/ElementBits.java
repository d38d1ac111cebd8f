package io.modelcounter.onnx;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;

/** Makes an element out of its bits. */
final class ElementBits {
  private ElementBits() {}

  /**
   * The element that some bits stand for.
   *
   * @param type a type of at most 64 bits that is no text
   * @param bits the bits; those above the type's width do not matter
   * @return the element
   */
  static Scalar scalar(ElementType type, long bits) {
    return switch (type) {
      case BOOL -> Scalar.of((bits & 0xff) != 0);
      case UINT64 -> Scalar.of(Size.of(unsigned(bits)));
      default -> type.isFloat() ? Scalar.real(real(type, bits)) : Scalar.of(integer(type, bits));
    };
  }

  private static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? value.setBit(63) : value;
  }

  private static long integer(ElementType type, long bits) {
    int unused = 64 - type.bits();
    boolean signed =
        switch (type) {
          case UINT2, UINT4, UINT8, UINT16, UINT32 -> false;
          default -> true;
        };
    return signed ? bits << unused >> unused : bits << unused >>> unused;
  }

  private static double real(ElementType type, long bits) {
    return switch (type) {
      case FLOAT32 -> Float.intBitsToFloat((int) bits);
      case FLOAT64 -> Double.longBitsToDouble(bits);
      case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
      case FLOAT16 -> ieee((int) bits & 0xffff, 5, 10);
      case FLOAT8E5M2 -> ieee((int) bits & 0xff, 5, 2);
      case FLOAT8E4M3FN -> (bits & 0x7f) == 0x7f ? Double.NaN : finite((int) bits & 0xff, 4, 3, 7);
      case FLOAT8E4M3FNUZ ->
          (bits & 0xff) == 0x80 ? Double.NaN : finite((int) bits & 0xff, 4, 3, 8);
      case FLOAT8E5M2FNUZ ->
          (bits & 0xff) == 0x80 ? Double.NaN : finite((int) bits & 0xff, 5, 2, 16);
      case FLOAT8E8M0 ->
          (bits & 0xff) == 0xff ? Double.NaN : Math.scalb(1.0, (int) (bits & 0xff) - 127);
      case FLOAT4E2M1 -> finite((int) bits & 0xf, 2, 1, 1);
      default -> throw new IllegalArgumentException(type + " is no float type");
    };
  }

  private static double ieee(int bits, int exponentBits, int fractionBits) {
    int highest = (1 << exponentBits) - 1;
    if ((bits >> fractionBits & highest) == highest) {
      if ((bits & (1 << fractionBits) - 1) != 0) {
        return Double.NaN;
      }
      boolean negative = bits >> (exponentBits + fractionBits) != 0;
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return finite(bits, exponentBits, fractionBits, highest >> 1);
  }

  /** Sign, exponent and fraction without infinities; exponent 0 has no leading one. */
  private static double finite(int bits, int exponentBits, int fractionBits, int bias) {
    int fraction = bits & (1 << fractionBits) - 1;
    int exponent = bits >> fractionBits & (1 << exponentBits) - 1;
    int mantissa = exponent == 0 ? fraction : fraction | 1 << fractionBits;
    double value = Math.scalb((double) mantissa, Math.max(exponent, 1) - bias - fractionBits);
    return bits >> (exponentBits + fractionBits) == 0 ? value : -value;
  }
}
