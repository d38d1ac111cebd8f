package io.modelcounter.symbolic;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A range of integers; an end that is null is open. */
record Interval(@Nullable BigInteger low, @Nullable BigInteger high) {

  static final Interval ALL = new Interval(null, null);
  static final Interval ONE = of(BigInteger.ONE);

  static Interval of(BigInteger value) {
    return new Interval(value, value);
  }

  boolean isAtLeast(long bound) {
    return low != null && low.compareTo(BigInteger.valueOf(bound)) >= 0;
  }

  boolean isAtMost(long bound) {
    return high != null && high.compareTo(BigInteger.valueOf(bound)) <= 0;
  }

  boolean isSingle() {
    return low != null && low.equals(high);
  }

  Interval negate() {
    return new Interval(high == null ? null : high.negate(), low == null ? null : low.negate());
  }

  Interval plus(Interval other) {
    return new Interval(
        low == null || other.low == null ? null : low.add(other.low),
        high == null || other.high == null ? null : high.add(other.high));
  }

  Interval times(BigInteger factor) {
    if (factor.signum() < 0) {
      return negate().times(factor.negate());
    }
    if (factor.signum() == 0) {
      return of(BigInteger.ZERO);
    }
    return new Interval(
        low == null ? null : low.multiply(factor), high == null ? null : high.multiply(factor));
  }

  /** Multiplies two independent ranges. */
  Interval times(Interval other) {
    if (isAtMost(0) && !isAtLeast(0)) {
      return negate().times(other).negate();
    }
    if (isAtLeast(0)) {
      return other.timesNonNegative(this);
    }
    if (other.isAtLeast(0)) {
      return timesNonNegative(other);
    }
    if (other.isAtMost(0)) {
      return times(other.negate()).negate();
    }
    if (low == null || high == null || other.low == null || other.high == null) {
      return ALL;
    }
    return new Interval(
        low.multiply(other.high).min(high.multiply(other.low)),
        low.multiply(other.low).max(high.multiply(other.high)));
  }

  private Interval timesNonNegative(Interval factor) {
    return new Interval(
        low == null ? null : product(low, low.signum() < 0 ? factor.high : factor.low),
        high == null ? null : product(high, high.signum() < 0 ? factor.low : factor.high));
  }

  private static @Nullable BigInteger product(BigInteger number, @Nullable BigInteger factor) {
    if (number.signum() == 0) {
      return BigInteger.ZERO;
    }
    return factor == null ? null : number.multiply(factor);
  }

  /** The range of the power of one value of this range. */
  Interval pow(int exponent) {
    if (exponent % 2 == 0 && !isAtLeast(0)) {
      if (isAtMost(0)) {
        return negate().pow(exponent);
      }
      BigInteger greatest =
          low == null || high == null ? null : power(low.negate().max(high), exponent);
      return new Interval(BigInteger.ZERO, greatest);
    }
    return new Interval(power(low, exponent), power(high, exponent));
  }

  /** The power, null (and so open) if it is open or has too many digits to be worth having. */
  private static @Nullable BigInteger power(@Nullable BigInteger number, int exponent) {
    return number == null || (long) (number.abs().bitLength() - 1) * exponent > Limits.BITS
        ? null
        : number.pow(exponent);
  }

  /** The values that are in both ranges. */
  Interval intersect(Interval other) {
    return new Interval(greater(low, other.low), lesser(high, other.high));
  }

  private static @Nullable BigInteger greater(@Nullable BigInteger a, @Nullable BigInteger b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.max(b);
  }

  private static @Nullable BigInteger lesser(@Nullable BigInteger a, @Nullable BigInteger b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.min(b);
  }
}
