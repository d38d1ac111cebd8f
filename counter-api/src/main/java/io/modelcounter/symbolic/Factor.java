package io.modelcounter.symbolic;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a monomial multiplies: a symbol, or a floor, min or max of polynomials.
 *
 * <p>The order is that of the names for symbols; floor, max and min come after all symbols.
 */
abstract class Factor implements Comparable<Factor> {

  private @Nullable Interval bounds;

  /** Where this kind of factor stands in the order of factors. */
  abstract int rank();

  abstract int compareWithinRank(Factor other);

  /** How many floor, min and max are inside one another, 0 for a symbol. */
  abstract int depth();

  /** How many terms and factors this is written with. */
  abstract long weight();

  abstract boolean isDataDependent();

  abstract void addSymbols(SortedSet<Symbol> symbols);

  abstract Interval findBounds();

  /** The values that this factor can have, found once. */
  final Interval bounds() {
    Interval known = bounds;
    if (known == null) {
      known = findBounds();
      bounds = known;
    }
    return known;
  }

  @Override
  public final int compareTo(Factor other) {
    if (this == other) {
      return 0;
    }
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : compareWithinRank(other);
  }
}
