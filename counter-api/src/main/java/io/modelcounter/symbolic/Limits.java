package io.modelcounter.symbolic;

import java.math.BigInteger;

/** What an expression may grow to, so that a hostile model cannot fill the memory. */
final class Limits {

  /** Terms of a polynomial. */
  static final int TERMS = 10_000;

  /** Products of two terms that one multiplication or division may form. */
  static final int STEPS = 1_000_000;

  /** Terms and factors of a polynomial, those inside its floor, min and max included. */
  static final int WEIGHT = 1_000_000;

  /**
   * Terms and factors inside one min or max. Where min and max alternate, twice as many take four
   * times as long.
   */
  static final int EXTREME_WEIGHT = 10_000;

  /** Floor, min and max inside one another, and parentheses. */
  static final int DEPTH = 100;

  /** Operands of one min or max. */
  static final int OPERANDS = 128;

  /** Binary digits of a number that results from a multiplication. */
  static final int BITS = 32_768;

  /** Distinct factors of one monomial. */
  static final int FACTORS = 256;

  private Limits() {}

  static TooComplexException exceeded(int limit, String things) {
    return new TooComplexException("The expression has more than " + limit + " " + things + ".");
  }

  static void checkTerms(int count) {
    if (count > TERMS) {
      throw exceeded(TERMS, "terms");
    }
  }

  static void checkWeight(long weight) {
    if (weight > WEIGHT) {
      throw exceeded(WEIGHT, "terms and factors, counting those inside floor, min and max");
    }
  }

  static void checkExtremeWeight(long weight) {
    if (weight > EXTREME_WEIGHT) {
      throw exceeded(EXTREME_WEIGHT, "terms and factors inside one min or max");
    }
  }

  static void checkDepth(int depth) {
    if (depth > DEPTH) {
      throw exceeded(DEPTH, "levels of floor, min and max inside one another");
    }
  }

  static BigInteger multiply(BigInteger a, BigInteger b) {
    if ((long) a.bitLength() + b.bitLength() > BITS) {
      throw exceeded(BITS, "binary digits in one number");
    }
    return a.multiply(b);
  }
}
