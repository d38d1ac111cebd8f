package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.math.BigInteger;

/** Elements that tests calculate with. */
final class Scalars {
  static final Scalar H = Scalar.of(Size.of(Symbol.named("h")));
  static final Scalar W = Scalar.of(Size.of(Symbol.named("w")));

  private Scalars() {}

  static Scalar integer(String expression) {
    return Scalar.of(Size.parse(expression));
  }

  static Scalar real(double value) {
    return Scalar.real(value);
  }

  static Scalar fraction(String numerator, long denominator) {
    return Scalar.fraction(Size.parse(numerator), BigInteger.valueOf(denominator));
  }

  /** An integer as float32. */
  static Scalar floats(Scalar integer) {
    return ScalarArithmetic.cast(integer, ElementType.INT64, ElementType.FLOAT32);
  }
}
