package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;

/** Rounding of real numbers to a floating-point type: to the nearest, ties to even. */
final class FloatRounding {
  private static final double LARGEST_FLOAT16 = 65504;
  private static final double LARGEST_BFLOAT16 = 0x1.FEp127;

  private FloatRounding() {}

  /** The number as an element; unknown for types narrower than 16 bits. */
  static Scalar real(ElementType type, double value) {
    return switch (type) {
      case FLOAT64 -> Scalar.real(value);
      case FLOAT32 -> Scalar.real((float) value);
      case FLOAT16 -> Scalar.real(round(value, 11, -14, LARGEST_FLOAT16));
      case BFLOAT16 -> Scalar.real(round(value, 8, -126, LARGEST_BFLOAT16));
      default -> Scalar.UNKNOWN;
    };
  }

  /** Bits of the significand, the implicit one included; 0 for types without symbolic fractions. */
  static int significandBits(ElementType type) {
    return type == ElementType.FLOAT32 ? 24 : type == ElementType.FLOAT64 ? 53 : 0;
  }

  private static double round(double value, int precision, int minExponent, double largest) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    int lastPlace = Math.max(Math.getExponent(value), minExponent) - (precision - 1);
    double rounded = Math.scalb(Math.rint(Math.scalb(value, -lastPlace)), lastPlace);
    return Math.abs(rounded) > largest ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
  }
}
