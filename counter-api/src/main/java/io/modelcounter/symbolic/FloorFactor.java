package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A quotient of two polynomials, rounded down, as a factor of a monomial. */
final class FloorFactor extends Factor {

  private final Polynomial numerator;
  private final Polynomial denominator;
  private final int depth;
  private final long weight;
  private final int hash;

  FloorFactor(Polynomial numerator, Polynomial denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.depth = 1 + Math.max(numerator.depth(), denominator.depth());
    this.weight = 1 + numerator.weight() + denominator.weight();
    this.hash = 31 * numerator.hashCode() + denominator.hashCode();
    Limits.checkDepth(depth);
    Limits.checkWeight(weight);
  }

  Polynomial numerator() {
    return numerator;
  }

  Polynomial denominator() {
    return denominator;
  }

  @Override
  int rank() {
    return 1;
  }

  @Override
  int compareWithinRank(Factor factor) {
    FloorFactor other = (FloorFactor) factor;
    int byNumerator = numerator.compareTo(other.numerator);
    return byNumerator != 0 ? byNumerator : denominator.compareTo(other.denominator);
  }

  @Override
  int depth() {
    return depth;
  }

  @Override
  long weight() {
    return weight;
  }

  @Override
  boolean isDataDependent() {
    return numerator.isDataDependent() || denominator.isDataDependent();
  }

  @Override
  void addSymbols(SortedSet<Symbol> symbols) {
    numerator.addSymbols(symbols);
    denominator.addSymbols(symbols);
  }

  @Override
  Interval findBounds() {
    return quotient(numerator.bounds(), denominator.bounds());
  }

  /** The range of the quotient rounded down; the divisor is never 0 where there is a quotient. */
  private static Interval quotient(Interval dividend, Interval divisor) {
    if (divisor.isAtMost(0)) {
      return quotient(dividend.negate(), divisor.negate());
    }
    if (!divisor.isAtLeast(0)) {
      return Interval.ALL;
    }
    BigInteger least = divisor.isAtLeast(1) ? divisor.low() : BigInteger.ONE;
    BigInteger greatest = divisor.high();
    BigInteger low = dividend.low();
    BigInteger high = dividend.high();
    return new Interval(
        low == null ? null : divide(low, low.signum() < 0 ? least : greatest),
        high == null ? null : divide(high, high.signum() < 0 ? greatest : least));
  }

  private static BigInteger divide(BigInteger number, @Nullable BigInteger divisor) {
    if (divisor == null) {
      return number.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO;
    }
    return Division.floor(number, divisor);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof FloorFactor other
            && hash == other.hash
            && numerator.equals(other.numerator)
            && denominator.equals(other.denominator));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    String dividend = numerator.size() > 1 ? "(" + numerator + ")" : numerator.toString();
    String divisor = denominator.isOneWord() ? denominator.toString() : "(" + denominator + ")";
    return "floor(" + dividend + "/" + divisor + ")";
  }
}
