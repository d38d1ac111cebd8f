package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sum of distinct monomials with integer coefficients other than 0, in the order of monomials.
 */
final class Polynomial implements Comparable<Polynomial> {

  static final Polynomial ZERO = new Polynomial(new Monomial[0], new BigInteger[0]);
  static final Polynomial ONE = constant(BigInteger.ONE);

  private final Monomial[] monomials;
  private final BigInteger[] coefficients;
  private final int depth;
  private final long weight;
  private final boolean dataDependent;
  private final int hash;
  private @Nullable Interval bounds;

  private Polynomial(Monomial[] monomials, BigInteger[] coefficients) {
    this.monomials = monomials;
    this.coefficients = coefficients;
    int deepest = 0;
    long sum = 0;
    boolean depends = false;
    for (int i = 0; i < monomials.length; i++) {
      deepest = Math.max(deepest, monomials[i].depth());
      sum += monomials[i].weight() + coefficients[i].bitLength() / Long.SIZE;
      depends |= monomials[i].isDataDependent();
    }
    this.depth = deepest;
    this.weight = sum;
    this.dataDependent = depends;
    this.hash = 31 * Arrays.hashCode(monomials) + Arrays.hashCode(coefficients);
  }

  static Polynomial constant(BigInteger value) {
    return of(Monomial.ONE, value);
  }

  static Polynomial of(Factor factor) {
    return of(Monomial.of(factor), BigInteger.ONE);
  }

  static Polynomial of(Monomial monomial, BigInteger coefficient) {
    return coefficient.signum() == 0
        ? ZERO
        : new Polynomial(new Monomial[] {monomial}, new BigInteger[] {coefficient});
  }

  /** Takes terms in their order, without zeros; checks no limit but the weight. */
  static Polynomial ofSorted(Monomial[] monomials, BigInteger[] coefficients) {
    Polynomial polynomial = new Polynomial(monomials, coefficients);
    Limits.checkWeight(polynomial.weight);
    return polynomial;
  }

  int size() {
    return monomials.length;
  }

  Monomial monomial(int index) {
    return monomials[index];
  }

  BigInteger coefficient(int index) {
    return coefficients[index];
  }

  /** The coefficient of a monomial, 0 if it does not occur. */
  BigInteger coefficientOf(Monomial monomial) {
    int index = Arrays.binarySearch(monomials, monomial);
    return index < 0 ? BigInteger.ZERO : coefficients[index];
  }

  boolean isZero() {
    return monomials.length == 0;
  }

  /** The number that this is, null if it has a term with a factor. */
  @Nullable BigInteger asConstant() {
    if (monomials.length == 0) {
      return BigInteger.ZERO;
    }
    return monomials[0].isOne() ? coefficients[0] : null;
  }

  /** The term without factors, 0 if there is none. */
  BigInteger constantTerm() {
    int last = monomials.length - 1;
    return last >= 0 && monomials[last].isOne() ? coefficients[last] : BigInteger.ZERO;
  }

  /** How many terms have a factor. */
  int variableTerms() {
    return constantTerm().signum() == 0 ? monomials.length : monomials.length - 1;
  }

  /** The index of the leading term of a polynomial other than 0. */
  int leading() {
    int index = Math.max(variableTerms() - 1, 0);
    while (index > 0 && monomials[index - 1].degree() == monomials[index].degree()) {
      index--;
    }
    return index;
  }

  /** The greatest common divisor of the coefficients of terms with factors, 0 for a number. */
  BigInteger variableContent() {
    BigInteger content = BigInteger.ZERO;
    for (int i = 0; i < variableTerms() && !content.equals(BigInteger.ONE); i++) {
      content = content.gcd(coefficients[i]);
    }
    return content;
  }

  /** The greatest common divisor of all coefficients, 0 for 0. */
  BigInteger content() {
    return variableContent().gcd(constantTerm());
  }

  /** The greatest monomial that divides all terms of a polynomial other than 0. */
  Monomial commonMonomial() {
    Monomial common = monomials[monomials.length - 1];
    for (int i = 0; i < monomials.length && !common.isOne(); i++) {
      common = common.common(monomials[i]);
    }
    return common;
  }

  Polynomial plus(Polynomial other) {
    return checked(merge(other, false));
  }

  Polynomial minus(Polynomial other) {
    return checked(merge(other, true));
  }

  /** The difference, which may have more terms than the limit; for comparing only. */
  Polynomial unlimitedMinus(Polynomial other) {
    return merge(other, true);
  }

  private static Polynomial checked(Polynomial polynomial) {
    Limits.checkTerms(polynomial.size());
    Limits.checkWeight(polynomial.weight);
    return polynomial;
  }

  private Polynomial merge(Polynomial other, boolean negated) {
    Monomial[] merged = new Monomial[size() + other.size()];
    BigInteger[] sums = new BigInteger[merged.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      int order =
          i == size() ? 1 : j == other.size() ? -1 : monomials[i].compareTo(other.monomials[j]);
      merged[count] = order <= 0 ? monomials[i] : other.monomials[j];
      BigInteger mine = order <= 0 ? coefficients[i++] : BigInteger.ZERO;
      BigInteger others = order >= 0 ? other.coefficients[j++] : BigInteger.ZERO;
      sums[count] = negated ? mine.subtract(others) : mine.add(others);
      if (sums[count].signum() != 0) {
        count++;
      }
    }
    return new Polynomial(Arrays.copyOf(merged, count), Arrays.copyOf(sums, count));
  }

  Polynomial negate() {
    return times(BigInteger.ONE.negate());
  }

  Polynomial times(BigInteger factor) {
    if (factor.signum() == 0) {
      return ZERO;
    }
    BigInteger[] products = new BigInteger[coefficients.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = Limits.multiply(coefficients[i], factor);
    }
    return ofSorted(monomials, products);
  }

  Polynomial times(Polynomial other) {
    if ((long) size() * other.size() > Limits.STEPS) {
      throw Limits.exceeded(Limits.STEPS, "products of terms to form");
    }
    PolynomialBuilder product = new PolynomialBuilder();
    for (int i = 0; i < size(); i++) {
      product.addProduct(monomials[i], coefficients[i], other);
    }
    return product.build();
  }

  /** The quotient by a number that is known to divide all coefficients. */
  Polynomial dividedBy(BigInteger divisor) {
    return floorBy(divisor);
  }

  /**
   * The quotient, rounded down, by a number that divides the coefficients of terms with factors.
   */
  Polynomial floorBy(BigInteger divisor) {
    if (divisor.equals(BigInteger.ONE)) {
      return this;
    }
    PolynomialBuilder quotient = new PolynomialBuilder();
    for (int i = 0; i < size(); i++) {
      quotient.add(monomials[i], Division.floor(coefficients[i], divisor));
    }
    return quotient.build();
  }

  /** The quotient by a monomial that is known to divide all terms. */
  Polynomial dividedBy(Monomial divisor) {
    if (divisor.isOne()) {
      return this;
    }
    PolynomialBuilder quotient = new PolynomialBuilder();
    for (int i = 0; i < size(); i++) {
      Monomial rest = monomials[i].dividedBy(divisor);
      if (rest != null) {
        quotient.add(rest, coefficients[i]);
      }
    }
    return quotient.build();
  }

  /** This polynomial with another one in place of a factor. */
  Polynomial replace(Factor factor, Polynomial replacement) {
    PolynomialBuilder replaced = new PolynomialBuilder();
    for (int i = 0; i < size(); i++) {
      int exponent = monomials[i].exponentOf(factor);
      if (exponent == 0) {
        replaced.add(monomials[i], coefficients[i]);
      } else {
        Polynomial power = replacement.pow(exponent);
        replaced.addProduct(monomials[i].without(factor), coefficients[i], power);
      }
    }
    return replaced.build();
  }

  Polynomial pow(int exponent) {
    if (exponent < 0) {
      throw new IllegalArgumentException(
          "The exponent must be at least 0, but is " + exponent + ".");
    }
    if (exponent == 0) {
      return ONE;
    }
    if (size() == 1) {
      long bits = (long) (coefficients[0].abs().bitLength() - 1) * exponent;
      if (bits > Limits.BITS) {
        throw Limits.exceeded(Limits.BITS, "binary digits in one number");
      }
      return of(monomials[0].pow(exponent), coefficients[0].pow(exponent));
    }
    Polynomial power = ONE;
    Polynomial square = this;
    for (int rest = exponent; rest > 0 && !isZero(); rest >>= 1) {
      if ((rest & 1) == 1) {
        power = power.times(square);
      }
      square = rest == 1 ? square : square.times(square);
    }
    return isZero() ? ZERO : power;
  }

  int depth() {
    return depth;
  }

  long weight() {
    return weight;
  }

  boolean isDataDependent() {
    return dataDependent;
  }

  void addSymbols(SortedSet<Symbol> symbols) {
    for (Monomial monomial : monomials) {
      for (int i = 0; i < monomial.size(); i++) {
        monomial.factor(i).addSymbols(symbols);
      }
    }
  }

  SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    addSymbols(symbols);
    return Collections.unmodifiableSortedSet(symbols);
  }

  /** The values that this polynomial can have, found once. */
  Interval bounds() {
    Interval known = bounds;
    if (known == null) {
      known = Bounds.of(this);
      bounds = known;
    }
    return known;
  }

  /** Whether this is a number that is not negative, or one factor with an exponent. */
  boolean isOneWord() {
    return size() == 0
        || (size() == 1
            && (monomials[0].isOne()
                ? coefficients[0].signum() > 0
                : monomials[0].size() == 1 && coefficients[0].equals(BigInteger.ONE)));
  }

  @Override
  public int compareTo(Polynomial other) {
    if (this == other) {
      return 0;
    }
    for (int i = 0; i < size() && i < other.size(); i++) {
      int byTerm = monomials[i].compareTo(other.monomials[i]);
      byTerm = byTerm != 0 ? byTerm : coefficients[i].compareTo(other.coefficients[i]);
      if (byTerm != 0) {
        return byTerm;
      }
    }
    return Integer.compare(size(), other.size());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Polynomial other
            && hash == other.hash
            && Arrays.equals(coefficients, other.coefficients)
            && Arrays.equals(monomials, other.monomials));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(isZero() ? "0" : "");
    for (int i = 0; i < size(); i++) {
      boolean negative = coefficients[i].signum() < 0;
      text.append(i == 0 ? negative ? "-" : "" : negative ? " - " : " + ");
      BigInteger magnitude = coefficients[i].abs();
      if (monomials[i].isOne()) {
        text.append(magnitude);
      } else {
        text.append(magnitude.equals(BigInteger.ONE) ? "" : magnitude + "*").append(monomials[i]);
      }
    }
    return text.toString();
  }
}
