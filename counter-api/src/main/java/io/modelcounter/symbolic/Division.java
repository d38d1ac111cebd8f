package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Division of polynomials: what can be divided out, the rest as one floor in its normal form.
 *
 * <p>The normal form of a floor over a positive number c has coefficients from 0 to c − 1. Where
 * the leading one was negative, ⌊p/c⌋ is written as the ceiling −⌊(c − 1 − p)/c⌋.
 */
final class Division {

  /** Where dividing by more than one term gives up: it may yield a term for every exponent. */
  private static final int STEPS = 100_000;

  private static final Comparator<Monomial> LEADING_FIRST =
      (a, b) -> a.equals(b) ? 0 : a.leads(b) ? -1 : 1;

  /** A dividend as divisor · whole + rest. */
  private record Quotient(Polynomial whole, Polynomial rest) {}

  private Division() {}

  static BigInteger floor(BigInteger dividend, BigInteger divisor) {
    BigInteger[] quotient = dividend.divideAndRemainder(divisor);
    boolean below = quotient[1].signum() * divisor.signum() < 0;
    return below ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
  }

  /** The quotient if nothing is left over; the divisor is not 0. */
  static Optional<Polynomial> exact(Polynomial dividend, Polynomial divisor) {
    Quotient quotient = divide(dividend, divisor);
    return quotient.rest.isZero() ? Optional.of(quotient.whole) : Optional.empty();
  }

  /** The quotient rounded down; the divisor is not 0. */
  static Polynomial floor(Polynomial dividend, Polynomial divisor) {
    if (dividend.isZero()) {
      return dividend;
    }
    if (divisor.coefficient(divisor.leading()).signum() < 0) {
      return floor(dividend.negate(), divisor.negate());
    }
    Monomial common = dividend.commonMonomial().common(divisor.commonMonomial());
    BigInteger content = dividend.content().gcd(divisor.content());
    Polynomial p = dividend.dividedBy(common).dividedBy(content);
    Polynomial q = divisor.dividedBy(common).dividedBy(content);
    BigInteger number = q.asConstant();
    return number == null ? byPolynomial(p, q) : byNumber(p, number);
  }

  /** The quotient rounded towards 0 where the signs say which way that is. */
  static Optional<Size> truncated(Size dividend, Size divisor) {
    Optional<Size> exact = dividend.divideExactly(divisor);
    if (exact.isPresent()) {
      return exact;
    }
    boolean divisorBelow = Size.ZERO.isAtLeast(divisor);
    boolean dividendBelow = Size.ZERO.isAtLeast(dividend);
    if ((!divisorBelow && !divisor.isAtLeast(Size.ZERO))
        || (!dividendBelow && !dividend.isAtLeast(Size.ZERO))) {
      return Optional.empty();
    }
    return Optional.of(
        divisorBelow == dividendBelow ? dividend.floorDiv(divisor) : dividend.ceilDiv(divisor));
  }

  private static Polynomial byNumber(Polynomial dividend, BigInteger divisor) {
    BigInteger common = divisor.gcd(dividend.variableContent());
    BigInteger c = divisor.divide(common);
    Polynomial p = dividend.floorBy(common);
    Quotient quotient = divideBy(Monomial.ONE, c, p);
    Polynomial rest = quotient.rest;
    if (rest.variableTerms() == 0) {
      return quotient.whole;
    }
    BigInteger value = onlyValue(p.bounds(), c);
    if (value != null) {
      return Polynomial.constant(value);
    }
    value = onlyValue(rest.bounds(), c);
    if (value != null) {
      return quotient.whole.plus(Polynomial.constant(value));
    }
    if (p.coefficientOf(rest.monomial(rest.leading())).signum() < 0) {
      Polynomial offset = Polynomial.constant(c.subtract(BigInteger.ONE));
      return byNumber(offset.minus(p), c).negate();
    }
    Polynomial merged = mergeNested(p, Polynomial.constant(c));
    return merged == null
        ? quotient.whole.plus(mergedOrAtom(rest, Polynomial.constant(c)))
        : merged;
  }

  private static @Nullable BigInteger onlyValue(Interval dividend, BigInteger divisor) {
    BigInteger low = dividend.low();
    BigInteger high = dividend.high();
    if (low == null || high == null) {
      return null;
    }
    BigInteger value = floor(low, divisor);
    return value.equals(floor(high, divisor)) ? value : null;
  }

  private static Polynomial byPolynomial(Polynomial p, Polynomial q) {
    Quotient quotient = divide(p, q);
    Polynomial rest = quotient.rest;
    if (rest.isZero()) {
      return quotient.whole;
    }
    if (!q.bounds().isAtLeast(0)) {
      return quotient.whole.plus(isReduced(rest, q) ? atom(rest, q) : floor(rest, q));
    }
    if (rest.bounds().isAtLeast(0) && q.minus(rest).bounds().isAtLeast(1)) {
      return quotient.whole;
    }
    Polynomial whole = quotient.whole;
    if (rest.bounds().isAtMost(-1) && q.plus(rest).bounds().isAtLeast(0)) {
      return whole.minus(Polynomial.ONE);
    }
    Polynomial simpler = simplify(rest, q);
    if (simpler != null) {
      return whole.plus(simpler);
    }
    if (rest.coefficient(rest.leading()).signum() >= 0) {
      return whole.plus(atom(rest, q));
    }
    Polynomial complement = rest.negate().minus(Polynomial.ONE);
    return whole.minus(Polynomial.ONE).minus(floor(complement, q));
  }

  private static boolean isReduced(Polynomial p, Polynomial q) {
    return p.commonMonomial().common(q.commonMonomial()).isOne()
        && p.content().gcd(q.content()).equals(BigInteger.ONE);
  }

  /** The quotient by a positive divisor if it can be written in a simpler way, null if not. */
  private static @Nullable Polynomial simplify(Polynomial p, Polynomial q) {
    BigInteger common = q.content().gcd(p.variableContent());
    if (!common.equals(BigInteger.ONE)) {
      return floor(p.floorBy(common), q.dividedBy(common));
    }
    return isReduced(p, q) ? mergeNested(p, q) : floor(p, q);
  }

  private static Polynomial atom(Polynomial numerator, Polynomial denominator) {
    return Polynomial.of(new FloorFactor(numerator, denominator));
  }

  private static Polynomial mergedOrAtom(Polynomial numerator, Polynomial denominator) {
    Polynomial merged = mergeNested(numerator, denominator);
    return merged == null ? atom(numerator, denominator) : merged;
  }

  /**
   * Rewrites ⌊(s ± ⌊p/a⌋)/b⌋ with a single floor over a·b, for a positive b.
   *
   * @return the quotient; null if no floor counts ±1 (up to a multiple of b), or more than one does
   */
  private static @Nullable Polynomial mergeNested(Polynomial sum, Polynomial b) {
    int found = -1;
    for (int i = 0; i < sum.size(); i++) {
      if (sum.monomial(i).degree() == 1
          && sum.monomial(i).factor(0) instanceof FloorFactor
          && unit(sum.coefficient(i), b).signum() != 0) {
        if (found >= 0) {
          return null;
        }
        found = i;
      }
    }
    if (found < 0) {
      return null;
    }
    FloorFactor inner = (FloorFactor) sum.monomial(found).factor(0);
    BigInteger unit = unit(sum.coefficient(found), b);
    Polynomial a = inner.denominator();
    if (unit.signum() < 0 && !a.bounds().isAtLeast(0)) {
      return null;
    }
    Polynomial nested = Polynomial.of(inner);
    Polynomial others = sum.minus(nested.times(sum.coefficient(found)));
    Polynomial numerator = others.times(a).plus(inner.numerator().times(unit));
    if (unit.signum() < 0) {
      numerator = numerator.plus(a).minus(Polynomial.ONE);
    }
    BigInteger number = b.asConstant();
    BigInteger multiple = sum.coefficient(found).subtract(unit);
    BigInteger whole = number == null ? BigInteger.ZERO : multiple.divide(number);
    return floor(numerator, a.times(b)).plus(nested.times(whole));
  }

  /** 1 or −1, whichever the coefficient is up to a multiple of the divisor, or 0. */
  private static BigInteger unit(BigInteger coefficient, Polynomial divisor) {
    BigInteger sign = BigInteger.valueOf(coefficient.signum());
    BigInteger number = divisor.asConstant();
    if (number == null) {
      return coefficient.abs().equals(BigInteger.ONE) ? sign : BigInteger.ZERO;
    }
    if (coefficient.subtract(sign).mod(number).signum() == 0) {
      return sign;
    }
    return coefficient.add(sign).mod(number).signum() == 0 ? sign.negate() : BigInteger.ZERO;
  }

  private static Quotient divide(Polynomial dividend, Polynomial divisor) {
    if (divisor.size() == 1) {
      return divideBy(divisor.monomial(0), divisor.coefficient(0), dividend);
    }
    int leading = divisor.leading();
    Monomial lead = divisor.monomial(leading);
    TreeMap<Monomial, BigInteger> open = new TreeMap<>(LEADING_FIRST);
    for (int i = 0; i < dividend.size(); i++) {
      open.put(dividend.monomial(i), dividend.coefficient(i));
    }
    PolynomialBuilder whole = new PolynomialBuilder();
    PolynomialBuilder rest = new PolynomialBuilder();
    int steps = 0;
    while (!open.isEmpty()) {
      Map.Entry<Monomial, BigInteger> term = open.firstEntry();
      Monomial factor = term.getKey().dividedBy(lead);
      BigInteger count = floor(term.getValue(), divisor.coefficient(leading));
      if (factor == null || count.signum() == 0) {
        rest.add(term.getKey(), term.getValue());
        open.remove(term.getKey());
        continue;
      }
      steps += divisor.size();
      if (steps > STEPS) {
        return new Quotient(Polynomial.ZERO, dividend);
      }
      whole.add(factor, count);
      for (int i = 0; i < divisor.size(); i++) {
        BigInteger product = Limits.multiply(count, divisor.coefficient(i)).negate();
        open.merge(factor.times(divisor.monomial(i)), product, PolynomialBuilder::sum);
      }
      // What the coefficient leaves over is smaller than the divisor's and stays in the rest.
      BigInteger left = open.remove(term.getKey());
      if (left != null) {
        rest.add(term.getKey(), left);
      }
    }
    return new Quotient(whole.build(), rest.build());
  }

  private static Quotient divideBy(Monomial monomial, BigInteger number, Polynomial dividend) {
    PolynomialBuilder whole = new PolynomialBuilder();
    PolynomialBuilder rest = new PolynomialBuilder();
    for (int i = 0; i < dividend.size(); i++) {
      Monomial factor = dividend.monomial(i).dividedBy(monomial);
      BigInteger coefficient = dividend.coefficient(i);
      BigInteger count = factor == null ? BigInteger.ZERO : floor(coefficient, number);
      if (factor != null) {
        whole.add(factor, count);
      }
      rest.add(dividend.monomial(i), coefficient.subtract(count.multiply(number)));
    }
    return new Quotient(whole.build(), rest.build());
  }
}
