package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of polynomials that are cheap to find.
 *
 * <p>Term by term at first. Where terms of both signs meet, small polynomials are also looked at
 * with every factor counted from its least value, with floors put between their quotient and one
 * less, with data-dependent symbols at their greatest, and with every operand of a min or max in
 * turn.
 */
final class Bounds {

  /** The size up to which more is tried than term by term. */
  private static final int SMALL = 64;

  /** The number of terms up to which a polynomial is written out from the least values. */
  private static final int EXPANSION = 500;

  /** The number of operands up to which a min or max is looked at case by case. */
  private static final int CASES = 8;

  private static final int SPLITS = 3;

  /** The weight up to which a min or max is looked at case by case. */
  private static final int CASE_WEIGHT = 100;

  /** The weight up to which more is tried than term by term. */
  private static final int DETAIL_WEIGHT = 300;

  /** How far from their minimum symbols are looked at to see that a polynomial gets negative. */
  private static final int SAMPLE = 1 << 20;

  private static final int LARGE_EXPONENT = 64;

  private Bounds() {}

  /** The values that a polynomial can have. */
  static Interval of(Polynomial polynomial) {
    Interval simple = termByTerm(polynomial);
    if (polynomial.variableTerms() < 2
        || polynomial.size() > SMALL
        || polynomial.weight() > DETAIL_WEIGHT
        || simple.isSingle()) {
      return simple;
    }
    try {
      Monomial common = polynomial.commonMonomial();
      if (!common.isOne()) {
        Interval rest = polynomial.dividedBy(common).bounds();
        simple = simple.intersect(common.bounds().times(rest));
      }
      int splits = polynomial.weight() > CASE_WEIGHT ? 0 : SPLITS;
      BigInteger low = low(polynomial, splits);
      BigInteger negatedHigh = low(polynomial.negate(), splits);
      return simple.intersect(new Interval(low, negatedHigh == null ? null : negatedHigh.negate()));
    } catch (TooComplexException e) {
      // A bound that takes so much to find is not cheap: the simple one has to do.
      return simple;
    }
  }

  /** Whether a polynomial is known to be above another one by a distance, or more. */
  static boolean isAbove(Polynomial some, Polynomial other, int distance) {
    Polynomial number = Polynomial.constant(BigInteger.valueOf(distance));
    return isNeverNegative(some.unlimitedMinus(other).unlimitedMinus(number));
  }

  /** Whether a polynomial is known not to be negative. */
  private static boolean isNeverNegative(Polynomial polynomial) {
    if (isNegativeAt(polynomial, 0) || isNegativeAt(polynomial, SAMPLE)) {
      return false;
    }
    return polynomial.bounds().isAtLeast(0);
  }

  /** Whether a polynomial without floor, min and max is negative at a distance from the minimum. */
  private static boolean isNegativeAt(Polynomial polynomial, int distance) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < polynomial.size(); i++) {
      BigInteger product = polynomial.coefficient(i);
      Monomial monomial = polynomial.monomial(i);
      for (int j = 0; j < monomial.size(); j++) {
        BigInteger low = monomial.factor(j).bounds().low();
        if (!(monomial.factor(j) instanceof SymbolFactor)
            || low == null
            || monomial.factor(j).bounds().high() != null
            || monomial.exponent(j) > LARGE_EXPONENT) {
          return false;
        }
        product = product.multiply(low.add(BigInteger.valueOf(distance)).pow(monomial.exponent(j)));
      }
      value = value.add(product);
    }
    return value.signum() < 0;
  }

  /** Compares a difference with 0. */
  static Comparison compareWithZero(Polynomial difference) {
    if (difference.isZero()) {
      return Comparison.SAME;
    }
    Interval bounds = difference.bounds();
    if (bounds.isAtLeast(1) || bounds.isAtMost(-1)) {
      return Comparison.DIFFERENT;
    }
    if (bounds.isAtLeast(0) && bounds.isAtMost(0)) {
      return Comparison.SAME;
    }
    boolean isSmallEnough =
        difference.size() <= Limits.TERMS && difference.weight() <= Limits.WEIGHT;
    return isSmallEnough && isNeverZero(difference) ? Comparison.DIFFERENT : Comparison.UNDECIDED;
  }

  /** Whether the greatest common divisor of all coefficients but one does not divide that one. */
  private static boolean isNeverZero(Polynomial difference) {
    Monomial common = difference.commonMonomial();
    Polynomial rest = common.bounds().isAtLeast(1) ? difference.dividedBy(common) : difference;
    BigInteger content = rest.variableContent();
    return content.signum() != 0 && rest.constantTerm().mod(content).signum() != 0;
  }

  private static Interval termByTerm(Polynomial polynomial) {
    Interval sum = Interval.of(BigInteger.ZERO);
    for (int i = 0; i < polynomial.size() && !sum.equals(Interval.ALL); i++) {
      sum = sum.plus(polynomial.monomial(i).bounds().times(polynomial.coefficient(i)));
    }
    return sum;
  }

  private static @Nullable BigInteger low(Polynomial polynomial, int splits) {
    BigInteger best = termByTerm(polynomial).low();
    if (!hasNegative(polynomial)) {
      return best;
    }
    best = greater(best, lowFromLeast(polynomial));
    Relaxation floors = Relaxation.ofFloors(polynomial);
    best = greater(best, floors.unscale(lowFromLeast(floors.result())));
    Relaxation data = floors.withoutData();
    best = greater(best, data.unscale(lowFromLeast(data.result())));
    ExtremeFactor extreme = splits == 0 ? null : firstExtreme(polynomial);
    return extreme == null ? best : greater(best, lowOfCases(polynomial, extreme, splits - 1));
  }

  private static boolean hasNegative(Polynomial polynomial) {
    for (int i = 0; i < polynomial.variableTerms(); i++) {
      if (polynomial.coefficient(i).signum() < 0 || !polynomial.monomial(i).bounds().isAtLeast(0)) {
        return true;
      }
    }
    return false;
  }

  /** The lower bound with every factor written as its least value and something from 0 on. */
  private static @Nullable BigInteger lowFromLeast(Polynomial polynomial) {
    Polynomial shifted = polynomial;
    long terms = 0;
    Set<Factor> factors = new LinkedHashSet<>();
    for (int i = 0; i < polynomial.size(); i++) {
      long products = 1;
      Monomial monomial = polynomial.monomial(i);
      for (int j = 0; j < monomial.size() && products <= EXPANSION; j++) {
        factors.add(monomial.factor(j));
        products *= 1 + monomial.exponent(j);
      }
      terms += products;
    }
    if (terms > EXPANSION) {
      return null;
    }
    for (Factor factor : factors) {
      BigInteger least = factor.bounds().low();
      if (least == null) {
        return null;
      }
      if (least.signum() != 0) {
        Polynomial sum = Polynomial.of(factor).plus(Polynomial.constant(least));
        shifted = shifted.replace(factor, sum);
      }
    }
    BigInteger low = shifted.constantTerm();
    for (int i = 0; i < shifted.variableTerms(); i++) {
      if (shifted.coefficient(i).signum() < 0) {
        BigInteger greatest = greatestDistance(shifted.monomial(i));
        if (greatest == null) {
          return null;
        }
        low = low.add(shifted.coefficient(i).multiply(greatest));
      }
    }
    return low;
  }

  /** The greatest product of the distances of the factors from their least values. */
  private static @Nullable BigInteger greatestDistance(Monomial monomial) {
    Interval distance = Interval.ONE;
    for (int i = 0; i < monomial.size(); i++) {
      Interval bounds = monomial.factor(i).bounds();
      if (bounds.low() == null || bounds.high() == null) {
        return null;
      }
      BigInteger width = bounds.high().subtract(bounds.low());
      distance = distance.times(new Interval(BigInteger.ZERO, width).pow(monomial.exponent(i)));
    }
    return distance.high();
  }

  private static @Nullable ExtremeFactor firstExtreme(Polynomial polynomial) {
    for (int i = 0; i < polynomial.size(); i++) {
      Monomial monomial = polynomial.monomial(i);
      for (int j = 0; j < monomial.size(); j++) {
        if (monomial.factor(j) instanceof ExtremeFactor extreme
            && extreme.operands().size() <= CASES) {
          return extreme;
        }
      }
    }
    return null;
  }

  private static @Nullable BigInteger lowOfCases(
      Polynomial polynomial, ExtremeFactor extreme, int splits) {
    List<@Nullable BigInteger> lows = new ArrayList<>();
    for (Polynomial operand : extreme.operands()) {
      lows.add(low(polynomial.replace(extreme, operand), splits));
    }
    boolean anyHolds = growsWithOperands(polynomial, extreme);
    BigInteger bound = lows.get(0);
    for (BigInteger low : lows.subList(1, lows.size())) {
      if (anyHolds) {
        bound = greater(bound, low);
      } else {
        bound = bound == null || low == null ? null : bound.min(low);
      }
    }
    return bound;
  }

  /** Whether the polynomial is at least what it is with any one operand in place of the extreme. */
  private static boolean growsWithOperands(Polynomial polynomial, ExtremeFactor extreme) {
    for (int i = 0; i < polynomial.size(); i++) {
      Monomial monomial = polynomial.monomial(i);
      int exponent = monomial.exponentOf(extreme);
      boolean positive = polynomial.coefficient(i).signum() > 0;
      if (exponent > 1
          || (exponent == 1
              && (positive != extreme.isGreatest()
                  || !monomial.without(extreme).bounds().isAtLeast(0)))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable BigInteger greater(@Nullable BigInteger a, @Nullable BigInteger b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.max(b);
  }
}
