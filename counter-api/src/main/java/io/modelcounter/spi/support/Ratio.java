package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rational number whose numerator may be symbolic.
 *
 * @param numerator dividend
 * @param denominator divisor, positive
 */
record Ratio(Size numerator, BigInteger denominator) {
  /** Bits that a size may take beside a constant factor in a significand. */
  private static final int BITS_OF_SIZES = 16;

  /** The exact value of an element; empty for one that is no finite number. */
  static Optional<Ratio> of(Scalar element) {
    Optional<Size> fraction = element.numerator();
    if (fraction.isPresent()) {
      return Optional.of(new Ratio(fraction.get(), element.denominator().orElse(BigInteger.ONE)));
    }
    Optional<Size> integer = element.asSize();
    if (integer.isPresent()) {
      return Optional.of(new Ratio(integer.get(), BigInteger.ONE));
    }
    OptionalDouble real = element.asDouble();
    return real.isPresent() && Double.isFinite(real.getAsDouble())
        ? Optional.of(of(new BigDecimal(real.getAsDouble())))
        : Optional.empty();
  }

  private static Ratio of(BigDecimal value) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(value.scale()));
    BigInteger up =
        value.scale() < 0 ? value.unscaledValue().multiply(power) : value.unscaledValue();
    BigInteger down = value.scale() < 0 ? BigInteger.ONE : power;
    BigInteger common = up.gcd(down);
    return new Ratio(Size.of(up.divide(common)), down.divide(common));
  }

  /** False if the numerator is symbolic. */
  boolean isConstant() {
    return numerator.isConstant();
  }

  /**
   * True if floating point holds this number without rounding: its denominator is a power of two.
   */
  boolean isExact() {
    return oddPart().equals(BigInteger.ONE);
  }

  /** True for a constant so short that its product with a size is not rounded. */
  boolean hasShortNumerator(ElementType type) {
    return isExact()
        && numerator
            .asBigInteger()
            .filter(n -> leavesRoom(type, n.bitLength() - Math.max(n.getLowestSetBit(), 0)))
            .isPresent();
  }

  /**
   * True for a constant with so few bits after the point that its sum with a size is not rounded.
   */
  boolean hasShortFraction(ElementType type) {
    return isExact() && leavesRoom(type, denominator.getLowestSetBit());
  }

  /** False if a rounded fraction may become an integer again by this constant factor. */
  boolean keepsFraction(Ratio fraction) {
    return numerator
        .asBigInteger()
        .filter(n -> n.signum() == 0 || n.gcd(fraction.oddPart()).equals(BigInteger.ONE))
        .isPresent();
  }

  private static boolean leavesRoom(ElementType type, int bits) {
    return bits + BITS_OF_SIZES <= FloatRounding.significandBits(type);
  }

  Ratio plus(Ratio other) {
    if (denominator.equals(other.denominator)) {
      return new Ratio(numerator.plus(other.numerator), denominator);
    }
    return new Ratio(
        scaledTo(other).plus(other.scaledTo(this)), denominator.multiply(other.denominator));
  }

  Ratio negate() {
    return new Ratio(numerator.negate(), denominator);
  }

  Ratio times(Ratio other) {
    return new Ratio(numerator.times(other.numerator), denominator.multiply(other.denominator));
  }

  /** Numerator after multiplying by the denominator of another ratio. */
  Size scaledTo(Ratio other) {
    return numerator.times(Size.of(other.denominator));
  }

  /** The reciprocal of a constant that is not zero. */
  Optional<Ratio> reciprocal() {
    return numerator
        .asBigInteger()
        .filter(n -> n.signum() != 0)
        .map(n -> new Ratio(Size.of(n.signum() < 0 ? denominator.negate() : denominator), n.abs()));
  }

  /** This number as an element, with the denominator taken out where it divides. */
  Scalar scalar(ElementType type) {
    Optional<BigInteger> constant = numerator.asBigInteger();
    if (constant.isPresent()) {
      return FloatRounding.real(type, constant.get().doubleValue() / denominator.doubleValue());
    }
    if (FloatRounding.significandBits(type) == 0) {
      return Scalar.UNKNOWN;
    }
    Optional<Size> whole = numerator.divideExactly(Size.of(denominator));
    if (whole.isPresent()) {
      return Scalar.fraction(whole.get(), BigInteger.ONE);
    }
    BigInteger odd = oddPart();
    return numerator
        .divideExactly(Size.of(odd))
        .map(reduced -> Scalar.fraction(reduced, denominator.divide(odd)))
        .orElseGet(() -> Scalar.fraction(numerator, denominator));
  }

  private BigInteger oddPart() {
    return denominator.shiftRight(denominator.getLowestSetBit());
  }
}
