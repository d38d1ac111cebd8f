package io.modelcounter.symbolic;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A product of powers of distinct factors, in the order of the factors.
 *
 * <p>Monomials are ordered as they are written: by ascending degree, then by the factors; the empty
 * product comes last. The {@linkplain #leads leading} one is of the highest degree, and the first
 * of those.
 */
final class Monomial implements Comparable<Monomial> {

  static final Monomial ONE = new Monomial(new Factor[0], new int[0]);

  private final Factor[] factors;
  private final int[] exponents;
  private final int degree;
  private final int hash;

  private Monomial(Factor[] factors, int[] exponents) {
    this.factors = factors;
    this.exponents = exponents;
    int sum = 0;
    for (int exponent : exponents) {
      sum = addExponents(sum, exponent);
    }
    this.degree = sum;
    this.hash = 31 * Arrays.hashCode(factors) + Arrays.hashCode(exponents);
  }

  static Monomial of(Factor factor) {
    return new Monomial(new Factor[] {factor}, new int[] {1});
  }

  private static int addExponents(int a, int b) {
    int sum = a + b;
    if (sum < 0) {
      throw new TooComplexException(
          "The expression has an exponent over " + Integer.MAX_VALUE + ".");
    }
    return sum;
  }

  int size() {
    return factors.length;
  }

  Factor factor(int index) {
    return factors[index];
  }

  int exponent(int index) {
    return exponents[index];
  }

  /** The exponent of a factor, 0 if it does not occur. */
  int exponentOf(Factor factor) {
    int index = Arrays.binarySearch(factors, factor);
    return index < 0 ? 0 : exponents[index];
  }

  int degree() {
    return degree;
  }

  boolean isOne() {
    return factors.length == 0;
  }

  Monomial times(Monomial other) {
    if (isOne()) {
      return other;
    }
    return other.isOne() ? this : merge(other, Monomial::addExponents);
  }

  /** The quotient, null if the other monomial does not divide this one. */
  @Nullable Monomial dividedBy(Monomial other) {
    if (other.degree > degree || !other.divides(this)) {
      return null;
    }
    return other.isOne() ? this : merge(other, (a, b) -> a - b);
  }

  private boolean divides(Monomial other) {
    for (int i = 0; i < factors.length; i++) {
      if (other.exponentOf(factors[i]) < exponents[i]) {
        return false;
      }
    }
    return true;
  }

  /** The greatest monomial that divides both. */
  Monomial common(Monomial other) {
    return merge(other, Math::min);
  }

  private Monomial merge(Monomial other, IntBinaryOperator operation) {
    Factor[] merged = new Factor[factors.length + other.factors.length];
    int[] powers = new int[merged.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < factors.length || j < other.factors.length) {
      int order =
          i == factors.length
              ? 1
              : j == other.factors.length ? -1 : factors[i].compareTo(other.factors[j]);
      merged[count] = order <= 0 ? factors[i] : other.factors[j];
      int mine = order <= 0 ? exponents[i++] : 0;
      int others = order >= 0 ? other.exponents[j++] : 0;
      powers[count] = operation.applyAsInt(mine, others);
      if (powers[count] != 0) {
        count++;
      }
    }
    if (count > Limits.FACTORS) {
      throw Limits.exceeded(Limits.FACTORS, "different factors in one term");
    }
    return new Monomial(Arrays.copyOf(merged, count), Arrays.copyOf(powers, count));
  }

  /** This monomial without the factor, whatever its exponent. */
  Monomial without(Factor factor) {
    int index = Arrays.binarySearch(factors, factor);
    if (index < 0) {
      return this;
    }
    Factor[] rest = new Factor[factors.length - 1];
    int[] powers = new int[rest.length];
    System.arraycopy(factors, 0, rest, 0, index);
    System.arraycopy(exponents, 0, powers, 0, index);
    System.arraycopy(factors, index + 1, rest, index, rest.length - index);
    System.arraycopy(exponents, index + 1, powers, index, rest.length - index);
    return new Monomial(rest, powers);
  }

  Monomial pow(int exponent) {
    int[] powers = new int[exponents.length];
    for (int i = 0; i < powers.length; i++) {
      long power = (long) exponents[i] * exponent;
      powers[i] = addExponents(0, power > Integer.MAX_VALUE ? -1 : (int) power);
    }
    return exponent == 0 ? ONE : new Monomial(factors, powers);
  }

  /** Whether this monomial is reduced before the other one when polynomials are divided. */
  boolean leads(Monomial other) {
    return degree == other.degree ? compareTo(other) < 0 : degree > other.degree;
  }

  int depth() {
    int depth = 0;
    for (Factor factor : factors) {
      depth = Math.max(depth, factor.depth());
    }
    return depth;
  }

  long weight() {
    long weight = 1;
    for (Factor factor : factors) {
      weight += factor.weight();
    }
    return weight;
  }

  boolean isDataDependent() {
    for (Factor factor : factors) {
      if (factor.isDataDependent()) {
        return true;
      }
    }
    return false;
  }

  /** The values that this monomial can have, its factors taken as independent. */
  Interval bounds() {
    Interval bounds = Interval.ONE;
    for (int i = 0; i < factors.length; i++) {
      bounds = bounds.times(factors[i].bounds().pow(exponents[i]));
    }
    return bounds;
  }

  @Override
  public int compareTo(Monomial other) {
    if (isOne() || other.isOne()) {
      return Boolean.compare(isOne(), other.isOne());
    }
    int byDegree = Integer.compare(degree, other.degree);
    for (int i = 0; byDegree == 0 && i < factors.length && i < other.factors.length; i++) {
      int byFactor = factors[i].compareTo(other.factors[i]);
      byDegree = byFactor != 0 ? byFactor : Integer.compare(other.exponents[i], exponents[i]);
    }
    return byDegree;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Monomial other
            && hash == other.hash
            && Arrays.equals(exponents, other.exponents)
            && Arrays.equals(factors, other.factors));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < factors.length; i++) {
      text.append(i == 0 ? "" : "*").append(factors[i]);
      if (exponents[i] != 1) {
        text.append('^').append(exponents[i]);
      }
    }
    return text.toString();
  }
}
