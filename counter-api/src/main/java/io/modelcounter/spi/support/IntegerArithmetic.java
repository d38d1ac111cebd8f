package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/** Arithmetic on integer elements, symbolic or not. */
final class IntegerArithmetic {
  private static final int LARGEST_EXPONENT = 64;

  private IntegerArithmetic() {}

  static Scalar add(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, Size::plus);
  }

  static Scalar subtract(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, Size::minus);
  }

  static Scalar multiply(ElementType type, Scalar a, Scalar b) {
    return isZero(a) || isZero(b) ? Scalar.of(0) : combine(type, a, b, Size::times);
  }

  static Scalar divide(ElementType type, Scalar a, Scalar b) {
    return quotient(a, b).map(result -> wrap(type, result)).orElse(Scalar.UNKNOWN);
  }

  static Scalar modulo(ElementType type, Scalar a, Scalar b) {
    return isZero(b) ? Scalar.UNKNOWN : combine(type, a, b, Size::mod);
  }

  static Scalar remainder(ElementType type, Scalar a, Scalar b) {
    return quotient(a, b)
        .map(result -> subtract(type, a, multiply(type, b, Scalar.of(result))))
        .orElse(Scalar.UNKNOWN);
  }

  static Scalar power(ElementType type, Scalar base, Scalar exponent) {
    Optional<Size> size = base.asSize();
    OptionalDouble power = exponent.asDouble();
    if (size.isEmpty() || power.isEmpty()) {
      return Scalar.UNKNOWN;
    }
    double value = power.getAsDouble();
    if (value >= 0 && value <= LARGEST_EXPONENT && value == Math.rint(value)) {
      return wrap(type, size.get().pow((int) value));
    }
    OptionalDouble constant = base.asDouble();
    return constant.isPresent()
        ? convert(type, Scalar.real(Math.pow(constant.getAsDouble(), value)))
        : Scalar.UNKNOWN;
  }

  static Scalar min(Scalar a, Scalar b) {
    return extreme(a, b, Size::min);
  }

  static Scalar max(Scalar a, Scalar b) {
    return extreme(a, b, Size::max);
  }

  static Scalar negate(ElementType type, Scalar a) {
    return a.asSize().map(size -> wrap(type, size.negate())).orElse(Scalar.UNKNOWN);
  }

  static Scalar absolute(ElementType type, Scalar a) {
    return a.asSize().map(size -> wrap(type, size.max(size.negate()))).orElse(Scalar.UNKNOWN);
  }

  static Scalar bits(ElementType type, Scalar a, Scalar b, BinaryOperator<BigInteger> function) {
    Optional<BigInteger> left = a.asSize().flatMap(Size::asBigInteger);
    Optional<BigInteger> right = b.asSize().flatMap(Size::asBigInteger);
    return left.isPresent() && right.isPresent()
        ? wrap(type, Size.of(function.apply(left.get(), right.get())))
        : Scalar.UNKNOWN;
  }

  /** A number as an integer of a type: fractions lose what follows the point. */
  static Scalar convert(ElementType type, Scalar number) {
    Optional<Size> integer = number.asSize();
    if (integer.isPresent()) {
      return wrap(type, integer.get());
    }
    Optional<Size> numerator = number.numerator();
    if (numerator.isPresent()) {
      return numerator
          .get()
          .truncDiv(Size.of(number.denominator().orElse(BigInteger.ONE)))
          .map(Scalar::of)
          .orElse(Scalar.UNKNOWN);
    }
    OptionalDouble real = number.asDouble();
    if (real.isEmpty() || !Double.isFinite(real.getAsDouble())) {
      return Scalar.UNKNOWN;
    }
    BigInteger whole = new BigDecimal(real.getAsDouble()).toBigInteger();
    return isInRange(type, whole) ? Scalar.of(Size.of(whole)) : Scalar.UNKNOWN;
  }

  private static Optional<Size> quotient(Scalar a, Scalar b) {
    if (isZero(b)) {
      return Optional.empty();
    }
    return a.asSize().flatMap(dividend -> b.asSize().flatMap(dividend::truncDiv));
  }

  private static Scalar combine(
      ElementType type, Scalar a, Scalar b, BinaryOperator<Size> function) {
    return apply(a, b, function).map(result -> wrap(type, result)).orElse(Scalar.UNKNOWN);
  }

  /** The lesser or greater of two numbers, which needs no wrapping because it is one of them. */
  private static Scalar extreme(Scalar a, Scalar b, BinaryOperator<Size> function) {
    return apply(a, b, function).map(Scalar::of).orElse(Scalar.UNKNOWN);
  }

  private static Optional<Size> apply(Scalar a, Scalar b, BinaryOperator<Size> function) {
    return a.asSize().flatMap(left -> b.asSize().map(right -> function.apply(left, right)));
  }

  private static boolean isZero(Scalar element) {
    return element.asSize().filter(Size::isZero).isPresent();
  }

  private static Scalar wrap(ElementType type, Size value) {
    OptionalLong small = value.asLong();
    if (small.isPresent() && type == ElementType.INT64) {
      return Scalar.of(value);
    }
    if (!type.isInteger()) {
      return Scalar.UNKNOWN;
    }
    Optional<BigInteger> constant = value.asBigInteger();
    if (constant.isEmpty() || isInRange(type, constant.get())) {
      return Scalar.of(value);
    }
    BigInteger range = BigInteger.ONE.shiftLeft(type.bits());
    BigInteger wrapped = constant.get().mod(range);
    return Scalar.of(Size.of(isInRange(type, wrapped) ? wrapped : wrapped.subtract(range)));
  }

  private static boolean isInRange(ElementType type, BigInteger value) {
    return ElementTypes.isUnsigned(type)
        ? value.signum() >= 0 && value.bitLength() <= type.bits()
        : value.bitLength() < type.bits();
  }
}
