package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bounds over the data-dependent symbols, in which the symbols of the file stay. */
final class DataBounds {

  private DataBounds() {}

  static Optional<Polynomial> smallest(Polynomial polynomial) {
    return largest(polynomial.negate()).map(Polynomial::negate);
  }

  static Optional<Polynomial> largest(Polynomial polynomial) {
    if (!polynomial.isDataDependent()) {
      return Optional.of(polynomial);
    }
    Polynomial bound = largestTerms(polynomial);
    BigInteger high = polynomial.bounds().high();
    if (high == null) {
      return Optional.ofNullable(bound);
    }
    Polynomial number = Polynomial.constant(high);
    return bound == null || Bounds.isAbove(bound, number, 0)
        ? Optional.of(number)
        : Optional.of(bound);
  }

  private static @Nullable Polynomial largestTerms(Polynomial polynomial) {
    PolynomialBuilder sum = new PolynomialBuilder();
    for (int i = 0; i < polynomial.size(); i++) {
      Monomial monomial = polynomial.monomial(i);
      if (monomial.isDataDependent()) {
        boolean positive = polynomial.coefficient(i).signum() > 0;
        Polynomial bound = bound(monomial, positive);
        if (bound == null) {
          return null;
        }
        sum.add(bound.times(polynomial.coefficient(i)));
      } else {
        sum.add(monomial, polynomial.coefficient(i));
      }
    }
    return sum.build();
  }

  private static @Nullable Polynomial bound(Monomial monomial, boolean upper) {
    Monomial rest = monomial;
    Polynomial bound = Polynomial.ONE;
    for (int i = 0; i < monomial.size(); i++) {
      Factor factor = monomial.factor(i);
      if (factor.isDataDependent()) {
        rest = rest.without(factor);
        Polynomial ofFactor = bound(factor, upper);
        boolean alone = monomial.exponent(i) == 1 && !monomial.without(factor).isDataDependent();
        if (!alone) {
          if (!factor.bounds().isAtLeast(0)) {
            return null;
          }
          if (ofFactor != null && !ofFactor.bounds().isAtLeast(0)) {
            ofFactor = number(factor, upper);
          }
        }
        if (ofFactor == null) {
          return null;
        }
        bound = bound.times(ofFactor.pow(monomial.exponent(i)));
      }
    }
    return rest.bounds().isAtLeast(0) ? bound.times(Polynomial.of(rest, BigInteger.ONE)) : null;
  }

  private static @Nullable Polynomial bound(Factor factor, boolean upper) {
    Polynomial bound = null;
    if (factor instanceof SymbolFactor symbol && upper) {
      bound = symbol.symbol().ceiling().map(Size::polynomial).orElse(null);
    } else if (factor instanceof FloorFactor floor) {
      bound = bound(floor, upper);
    } else if (factor instanceof ExtremeFactor extreme) {
      bound = bound(extreme, upper);
    }
    return bound == null ? number(factor, upper) : bound;
  }

  private static @Nullable Polynomial number(Factor factor, boolean upper) {
    BigInteger bound = upper ? factor.bounds().high() : factor.bounds().low();
    return bound == null ? null : Polynomial.constant(bound);
  }

  private static @Nullable Polynomial bound(FloorFactor floor, boolean upper) {
    if (!floor.denominator().bounds().isAtLeast(0)) {
      return null;
    }
    Polynomial numerator = bound(floor.numerator(), upper);
    Polynomial denominator = floor.denominator();
    if (denominator.isDataDependent()) {
      if (numerator == null || !numerator.bounds().isAtLeast(0)) {
        return null;
      }
      denominator = bound(denominator, !upper);
      if (denominator != null && upper) {
        denominator = Extremes.of(true, List.of(denominator, Polynomial.ONE));
      }
    }
    return numerator == null || denominator == null || denominator.isZero()
        ? null
        : Division.floor(numerator, denominator);
  }

  private static @Nullable Polynomial bound(ExtremeFactor extreme, boolean upper) {
    // Any operand bounds a min from above and a max from below; the other ends need all of them.
    boolean anyHolds = extreme.isGreatest() != upper;
    List<Polynomial> bounds = new ArrayList<>();
    for (Polynomial operand : extreme.operands()) {
      Polynomial bound = bound(operand, upper);
      if (bound != null) {
        bounds.add(bound);
      } else if (!anyHolds) {
        return null;
      }
    }
    return bounds.isEmpty() ? null : Extremes.of(extreme.isGreatest(), bounds);
  }

  private static @Nullable Polynomial bound(Polynomial polynomial, boolean upper) {
    return (upper ? largest(polynomial) : smallest(polynomial)).orElse(null);
  }
}
