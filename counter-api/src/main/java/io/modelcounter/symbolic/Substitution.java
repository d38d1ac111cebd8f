package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts values for symbols, wherever they occur; every floor, min and max is treated once. */
final class Substitution {

  private final Bindings bindings;
  private final Map<Factor, Polynomial> known = new HashMap<>();

  Substitution(Bindings bindings) {
    this.bindings = bindings;
  }

  Size apply(Size size) {
    Polynomial polynomial = size.polynomial();
    Polynomial bound = apply(polynomial);
    return bound.equals(polynomial) && !bound.isDataDependent() ? size : Size.of(bound);
  }

  private Polynomial apply(Polynomial polynomial) {
    PolynomialBuilder sum = new PolynomialBuilder();
    for (int i = 0; i < polynomial.size(); i++) {
      Monomial monomial = polynomial.monomial(i);
      Polynomial product = Polynomial.ONE;
      for (int j = 0; j < monomial.size(); j++) {
        product = product.times(value(monomial.factor(j)).pow(monomial.exponent(j)));
      }
      sum.addProduct(Monomial.ONE, polynomial.coefficient(i), product);
    }
    return sum.build();
  }

  private Polynomial value(Factor factor) {
    Polynomial value = known.get(factor);
    if (value == null) {
      value = find(factor);
      known.put(factor, value);
    }
    return value;
  }

  private Polynomial find(Factor factor) {
    if (factor instanceof SymbolFactor symbol) {
      return find(symbol.symbol());
    }
    if (factor instanceof FloorFactor floor) {
      Polynomial divisor = apply(floor.denominator());
      if (divisor.isZero()) {
        throw new ArithmeticException(
            "With " + bindings + " the divisor becomes 0 in " + floor + ".");
      }
      return Division.floor(apply(floor.numerator()), divisor);
    }
    ExtremeFactor extreme = (ExtremeFactor) factor;
    return Extremes.of(extreme.isGreatest(), extreme.operands().stream().map(this::apply).toList());
  }

  private Polynomial find(Symbol symbol) {
    OptionalLong value = bindings.value(symbol);
    Optional<Size> bound = symbol.upperBound().map(this::apply);
    if (value.isEmpty()) {
      return Polynomial.of(new SymbolFactor(bound.map(symbol::upTo).orElse(symbol)));
    }
    Size size = Size.of(value.getAsLong());
    if (bound.isPresent() && size.isGreaterThan(bound.get())) {
      throw new IllegalArgumentException(
          "The size " + symbol + " must be at most " + bound.get() + ", not " + size + ".");
    }
    return Polynomial.constant(BigInteger.valueOf(value.getAsLong()));
  }
}
