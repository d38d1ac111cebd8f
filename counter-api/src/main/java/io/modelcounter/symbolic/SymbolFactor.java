package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A symbol as a factor of a monomial. */
final class SymbolFactor extends Factor {

  private final Symbol symbol;

  SymbolFactor(Symbol symbol) {
    this.symbol = symbol;
  }

  Symbol symbol() {
    return symbol;
  }

  @Override
  int rank() {
    return 0;
  }

  @Override
  int compareWithinRank(Factor other) {
    return symbol.compareTo(((SymbolFactor) other).symbol);
  }

  @Override
  int depth() {
    return 0;
  }

  @Override
  long weight() {
    return 1;
  }

  @Override
  boolean isDataDependent() {
    return symbol.isDataDependent();
  }

  @Override
  void addSymbols(SortedSet<Symbol> symbols) {
    symbols.add(symbol);
  }

  @Override
  Interval findBounds() {
    return new Interval(BigInteger.valueOf(symbol.minimum()), symbol.greatest());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object || (object instanceof SymbolFactor other && symbol.equals(other.symbol));
  }

  @Override
  public int hashCode() {
    return symbol.hashCode();
  }

  @Override
  public String toString() {
    return symbol.toString();
  }
}
