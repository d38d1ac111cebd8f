package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Arithmetic on floating-point elements.
 *
 * <p>Two numbers are computed as a runtime does. With a symbolic fraction the exact result is kept,
 * provided that rounding on the way cannot move it onto or across an integer or a half: every
 * number with a denominator other than a power of two is rounded, but correctly, and so far from
 * the next integer that only a step that makes it an integer again could show the error.
 */
final class RealArithmetic {
  private RealArithmetic() {}

  static Scalar add(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, (x, y) -> x + y, (x, y) -> sum(type, x, y));
  }

  static Scalar subtract(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, (x, y) -> x - y, (x, y) -> sum(type, x, y.negate()));
  }

  static Scalar multiply(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, (x, y) -> x * y, (x, y) -> product(type, x, y));
  }

  static Scalar divide(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, (x, y) -> x / y, (x, y) -> quotient(type, x, y));
  }

  static Scalar modulo(ElementType type, Scalar a, Scalar b) {
    return combine(
        type,
        a,
        b,
        (x, y) -> {
          double rest = x % y;
          boolean otherSign = (rest < 0) != (y < 0);
          return rest != 0 && otherSign ? rest + y : rest;
        },
        (x, y) -> Scalar.UNKNOWN);
  }

  static Scalar remainder(ElementType type, Scalar a, Scalar b) {
    return combine(type, a, b, (x, y) -> x % y, (x, y) -> Scalar.UNKNOWN);
  }

  static Scalar power(ElementType type, Scalar base, Scalar exponent) {
    OptionalDouble power = exponent.asDouble();
    if (power.isPresent() && base.numerator().isPresent()) {
      if (power.getAsDouble() == 0) {
        return Scalar.real(1);
      }
      if (power.getAsDouble() == 1) {
        return base;
      }
      return power.getAsDouble() == 2 ? multiply(type, base, base) : Scalar.UNKNOWN;
    }
    return combine(type, base, exponent, Math::pow, (x, y) -> Scalar.UNKNOWN);
  }

  static Scalar min(Scalar a, Scalar b) {
    return extreme(a, b, Math::min, Size::min);
  }

  static Scalar max(Scalar a, Scalar b) {
    return extreme(a, b, Math::max, Size::max);
  }

  static Scalar negate(Scalar a) {
    return change(a, x -> -x, Ratio::negate);
  }

  static Scalar floor(Scalar a) {
    return change(a, Math::floor, x -> integer(x.numerator().floorDiv(Size.of(x.denominator()))));
  }

  static Scalar ceil(Scalar a) {
    return change(a, Math::ceil, x -> integer(x.numerator().ceilDiv(Size.of(x.denominator()))));
  }

  static Scalar round(Scalar a) {
    boolean mayBeHalf = a.denominator().filter(d -> !d.testBit(0)).isPresent();
    if (mayBeHalf) {
      return Scalar.UNKNOWN;
    }
    return change(
        a,
        Math::rint,
        x -> {
          Size twice = Size.of(x.denominator().shiftLeft(1));
          Size shifted = x.numerator().times(2).plus(Size.of(x.denominator()));
          return integer(shifted.floorDiv(twice));
        });
  }

  /** A number of any type in a floating-point type. */
  static Scalar convert(ElementType type, Scalar number) {
    Optional<BigInteger> constant = number.asSize().flatMap(Size::asBigInteger);
    if (constant.isPresent()) {
      BigInteger value = constant.get();
      return FloatRounding.real(
          type, type == ElementType.FLOAT32 ? value.floatValue() : value.doubleValue());
    }
    OptionalDouble real = number.asDouble();
    if (real.isPresent()) {
      return FloatRounding.real(type, real.getAsDouble());
    }
    return Ratio.of(number).map(ratio -> ratio.scalar(type)).orElse(Scalar.UNKNOWN);
  }

  private static Ratio integer(Size value) {
    return new Ratio(value, BigInteger.ONE);
  }

  private static Scalar sum(ElementType type, Ratio a, Ratio b) {
    boolean fits =
        a.isConstant()
            ? a.hasShortFraction(type)
            : b.isConstant() ? b.hasShortFraction(type) : a.isExact() || b.isExact();
    return fits ? a.plus(b).scalar(type) : Scalar.UNKNOWN;
  }

  private static Scalar product(ElementType type, Ratio a, Ratio b) {
    boolean fits =
        a.isConstant()
            ? a.hasShortNumerator(type) && a.keepsFraction(b)
            : b.isConstant()
                ? b.hasShortNumerator(type) && b.keepsFraction(a)
                : a.isExact() && b.isExact();
    return fits ? a.times(b).scalar(type) : Scalar.UNKNOWN;
  }

  private static Scalar quotient(ElementType type, Ratio a, Ratio b) {
    if (b.isConstant()) {
      return b.hasShortFraction(type)
          ? b.reciprocal().map(inverse -> a.times(inverse).scalar(type)).orElse(Scalar.UNKNOWN)
          : Scalar.UNKNOWN;
    }
    if (!a.isExact() || !b.isExact()) {
      return Scalar.UNKNOWN;
    }
    Size up = a.scaledTo(b);
    Size down = b.scaledTo(a);
    Optional<Size> whole = up.divideExactly(down);
    if (whole.isPresent()) {
      return integer(whole.get()).scalar(type);
    }
    Optional<Size> constant =
        up.isZero() ? Optional.empty() : down.divideExactly(up).filter(Size::isConstant);
    return constant
        .flatMap(size -> integer(size).reciprocal())
        .map(inverse -> inverse.scalar(type))
        .orElse(Scalar.UNKNOWN);
  }

  private static Scalar combine(
      ElementType type,
      Scalar a,
      Scalar b,
      DoubleBinaryOperator numbers,
      BiFunction<Ratio, Ratio, Scalar> fractions) {
    OptionalDouble x = a.asDouble();
    OptionalDouble y = b.asDouble();
    if (x.isPresent() && y.isPresent()) {
      return FloatRounding.real(type, numbers.applyAsDouble(x.getAsDouble(), y.getAsDouble()));
    }
    Optional<Ratio> left = Ratio.of(a);
    Optional<Ratio> right = Ratio.of(b);
    return left.isPresent() && right.isPresent()
        ? fractions.apply(left.get(), right.get())
        : Scalar.UNKNOWN;
  }

  private static Scalar extreme(
      Scalar a, Scalar b, DoubleBinaryOperator numbers, BinaryOperator<Size> sizes) {
    OptionalDouble x = a.asDouble();
    OptionalDouble y = b.asDouble();
    if (x.isPresent() && y.isPresent()) {
      return Scalar.real(numbers.applyAsDouble(x.getAsDouble(), y.getAsDouble()));
    }
    Optional<Ratio> left = Ratio.of(a);
    Optional<Ratio> right = Ratio.of(b);
    if (left.isEmpty() || right.isEmpty()) {
      return Scalar.UNKNOWN;
    }
    Size chosen = sizes.apply(left.get().scaledTo(right.get()), right.get().scaledTo(left.get()));
    BigInteger denominator = left.get().denominator().multiply(right.get().denominator());
    return new Ratio(chosen, denominator).scalar(ElementType.FLOAT64);
  }

  private static Scalar change(
      Scalar a, DoubleUnaryOperator numbers, UnaryOperator<Ratio> fractions) {
    OptionalDouble x = a.asDouble();
    if (x.isPresent()) {
      return Scalar.real(numbers.applyAsDouble(x.getAsDouble()));
    }
    return Ratio.of(a)
        .map(ratio -> fractions.apply(ratio).scalar(ElementType.FLOAT64))
        .orElse(Scalar.UNKNOWN);
  }
}
