package io.modelcounter.symbolic;

import java.math.BigInteger;

/** Arithmetic on numbers that fit a long; what does not fit any more gets as long as it must. */
final class SmallNumbers {

  private static final int LEAST_CACHED = -1;
  private static final Size[] CACHE = new Size[1026];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new Size(i + LEAST_CACHED, null);
    }
  }

  private SmallNumbers() {}

  static Size of(long value) {
    return value >= LEAST_CACHED && value < CACHE.length + LEAST_CACHED
        ? CACHE[(int) value - LEAST_CACHED]
        : new Size(value, null);
  }

  static Size sum(long a, long b) {
    long sum = a + b;
    return overflows(a, b, sum)
        ? Size.of(BigInteger.valueOf(a).add(BigInteger.valueOf(b)))
        : of(sum);
  }

  /** Whether a sum of two numbers has the sign of neither, because it wrapped. */
  static boolean overflows(long a, long b, long sum) {
    return ((a ^ sum) & (b ^ sum)) < 0;
  }

  static Size negation(long a) {
    return a == Long.MIN_VALUE ? Size.of(BigInteger.valueOf(a).negate()) : of(-a);
  }

  static Size difference(long a, long b) {
    return b == Long.MIN_VALUE
        ? Size.of(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)))
        : sum(a, -b);
  }

  static Size product(long a, long b) {
    long product = a * b;
    return Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1)
        ? of(product)
        : Size.of(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
  }

  static Size quotient(long a, long b) {
    return b == -1 ? negation(a) : of(Math.floorDiv(a, b));
  }
}
