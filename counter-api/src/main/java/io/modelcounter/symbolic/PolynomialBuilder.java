package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Collects terms into a polynomial; terms with the same monomial are merged as they come. */
final class PolynomialBuilder {

  private final Map<Monomial, BigInteger> terms = new HashMap<>();

  void add(Monomial monomial, BigInteger coefficient) {
    if (coefficient.signum() != 0) {
      terms.merge(monomial, coefficient, PolynomialBuilder::sum);
    }
  }

  /** The sum of two coefficients, null for 0, which removes the term. */
  static @Nullable BigInteger sum(BigInteger a, BigInteger b) {
    BigInteger sum = a.add(b);
    return sum.signum() == 0 ? null : sum;
  }

  void add(Polynomial polynomial) {
    for (int i = 0; i < polynomial.size(); i++) {
      add(polynomial.monomial(i), polynomial.coefficient(i));
    }
  }

  /** Adds sizes; what fits a long is added up before it becomes a term. */
  void addAll(Collection<Size> sizes) {
    long small = 0;
    for (Size size : sizes) {
      OptionalLong number = size.asLong();
      if (number.isEmpty()) {
        add(size.polynomial());
      } else {
        long sum = small + number.getAsLong();
        if (SmallNumbers.overflows(small, number.getAsLong(), sum)) {
          add(Monomial.ONE, BigInteger.valueOf(small));
          sum = number.getAsLong();
        }
        small = sum;
      }
    }
    add(Monomial.ONE, BigInteger.valueOf(small));
  }

  /** Adds the product of a term and a polynomial. */
  void addProduct(Monomial monomial, BigInteger coefficient, Polynomial polynomial) {
    for (int i = 0; i < polynomial.size(); i++) {
      add(
          monomial.times(polynomial.monomial(i)),
          Limits.multiply(coefficient, polynomial.coefficient(i)));
    }
    // Terms may still cancel, but hardly ever more than are allowed.
    Limits.checkTerms(terms.size() / 2);
  }

  Polynomial build() {
    Limits.checkTerms(terms.size());
    List<Map.Entry<Monomial, BigInteger>> sorted = new ArrayList<>(terms.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    Monomial[] monomials = new Monomial[sorted.size()];
    BigInteger[] coefficients = new BigInteger[monomials.length];
    for (int i = 0; i < monomials.length; i++) {
      monomials[i] = sorted.get(i).getKey();
      coefficients[i] = sorted.get(i).getValue();
    }
    return Polynomial.ofSorted(monomials, coefficients);
  }
}
