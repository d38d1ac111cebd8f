package io.modelcounter.symbolic;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A polynomial that is nowhere above a positive multiple of another one, and simpler.
 *
 * @param result the simpler polynomial
 * @param scale the multiple
 */
record Relaxation(Polynomial result, BigInteger scale) {

  /** How many floors inside one another are replaced. */
  private static final int ROUNDS = 6;

  /** The size up to which it is worth going on. */
  private static final int SMALL = 256;

  /** The exponent and the number of terms up to which an upper bound is put for a symbol. */
  private static final int HIGHEST_EXPONENT = 4;

  private static final int LONGEST_CEILING = 8;

  /** A term with a floor, and by what the floor can be replaced. */
  private record Floor(FloorFactor factor, Monomial cofactor, BigInteger divisor) {}

  /** Puts for every floor the quotient, or one less than it, whichever is lower. */
  static Relaxation ofFloors(Polynomial polynomial) {
    Relaxation relaxed = new Relaxation(polynomial, BigInteger.ONE);
    for (int round = 0; round < ROUNDS && relaxed.result.size() <= SMALL; round++) {
      Relaxation next = relaxed.withoutOuterFloors();
      if (next.equals(relaxed)) {
        return relaxed;
      }
      relaxed = next;
    }
    return relaxed;
  }

  /** The bound of the original polynomial that a bound of the result means. */
  @Nullable BigInteger unscale(@Nullable BigInteger low) {
    return low == null ? null : Division.floor(low.negate(), scale).negate();
  }

  private Relaxation withoutOuterFloors() {
    BigInteger multiple = BigInteger.ONE;
    boolean found = false;
    for (int i = 0; i < result.size(); i++) {
      Floor floor = floorIn(result.monomial(i));
      if (floor != null) {
        found = true;
        multiple = multiple.divide(multiple.gcd(floor.divisor)).multiply(floor.divisor);
      }
    }
    if (!found) {
      return this;
    }
    PolynomialBuilder sum = new PolynomialBuilder();
    for (int i = 0; i < result.size(); i++) {
      BigInteger coefficient = result.coefficient(i);
      Floor floor = floorIn(result.monomial(i));
      if (floor == null) {
        sum.add(result.monomial(i), Limits.multiply(coefficient, multiple));
      } else {
        Polynomial quotient = floor.factor.numerator();
        if (coefficient.signum() > 0) {
          quotient = quotient.minus(floor.factor.denominator()).plus(Polynomial.ONE);
        }
        BigInteger factor = Limits.multiply(coefficient, multiple.divide(floor.divisor));
        sum.addProduct(floor.cofactor, factor, quotient);
      }
    }
    return new Relaxation(sum.build(), Limits.multiply(scale, multiple));
  }

  /** The first floor whose divisor is positive and divides out, among factors not negative. */
  private static @Nullable Floor floorIn(Monomial monomial) {
    for (int i = 0; i < monomial.size(); i++) {
      if (monomial.factor(i) instanceof FloorFactor factor
          && monomial.exponent(i) == 1
          && factor.denominator().size() == 1) {
        Polynomial denominator = factor.denominator();
        Monomial others = monomial.without(factor);
        Monomial cofactor = others.dividedBy(denominator.monomial(0));
        if (cofactor != null && denominator.bounds().isAtLeast(0) && others.bounds().isAtLeast(0)) {
          return new Floor(factor, cofactor, denominator.coefficient(0));
        }
      }
    }
    return null;
  }

  /** Puts their upper bounds for data-dependent symbols in terms that are subtracted. */
  Relaxation withoutData() {
    PolynomialBuilder sum = new PolynomialBuilder();
    boolean found = false;
    for (int i = 0; i < result.size(); i++) {
      Monomial monomial = result.monomial(i);
      BigInteger coefficient = result.coefficient(i);
      Polynomial term = Polynomial.of(monomial, coefficient);
      if (coefficient.signum() < 0 && hasNoNegativeFactor(monomial)) {
        for (int j = 0; j < monomial.size(); j++) {
          Polynomial ceiling = ceiling(monomial, j);
          if (ceiling != null) {
            found = true;
            term = term.replace(monomial.factor(j), ceiling);
          }
        }
      }
      sum.add(term);
    }
    return found ? new Relaxation(sum.build(), scale) : this;
  }

  private static boolean hasNoNegativeFactor(Monomial monomial) {
    for (int i = 0; i < monomial.size(); i++) {
      if (!monomial.factor(i).bounds().isAtLeast(0)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Polynomial ceiling(Monomial monomial, int index) {
    Factor factor = monomial.factor(index);
    if (!(factor instanceof SymbolFactor symbol) || monomial.exponent(index) > HIGHEST_EXPONENT) {
      return null;
    }
    Polynomial ceiling = symbol.symbol().ceiling().map(Size::polynomial).orElse(null);
    return ceiling == null || ceiling.size() > LONGEST_CEILING ? null : ceiling;
  }
}
