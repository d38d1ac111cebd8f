package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The least or the greatest of two or more polynomials, as a factor of a monomial. */
final class ExtremeFactor extends Factor {

  private final boolean greatest;
  private final List<Polynomial> operands;
  private final int depth;
  private final long weight;
  private final int hash;

  /** Takes the operands in their order. */
  ExtremeFactor(boolean greatest, List<Polynomial> operands) {
    this.greatest = greatest;
    this.operands = List.copyOf(operands);
    int deepest = 0;
    long sum = 1;
    for (Polynomial operand : operands) {
      deepest = Math.max(deepest, operand.depth());
      sum += operand.weight();
    }
    this.depth = deepest + 1;
    this.weight = sum;
    this.hash = 2 * this.operands.hashCode() + (greatest ? 1 : 0);
    Limits.checkDepth(depth);
    Limits.checkExtremeWeight(weight);
  }

  /** Whether this is a max, not a min. */
  boolean isGreatest() {
    return greatest;
  }

  List<Polynomial> operands() {
    return operands;
  }

  @Override
  int rank() {
    return greatest ? 2 : 3;
  }

  @Override
  int compareWithinRank(Factor factor) {
    List<Polynomial> others = ((ExtremeFactor) factor).operands;
    for (int i = 0; i < operands.size() && i < others.size(); i++) {
      int byOperand = operands.get(i).compareTo(others.get(i));
      if (byOperand != 0) {
        return byOperand;
      }
    }
    return Integer.compare(operands.size(), others.size());
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
    return operands.stream().anyMatch(Polynomial::isDataDependent);
  }

  @Override
  void addSymbols(SortedSet<Symbol> symbols) {
    operands.forEach(operand -> operand.addSymbols(symbols));
  }

  @Override
  Interval findBounds() {
    Interval bounds = operands.get(0).bounds();
    for (Polynomial operand : operands.subList(1, operands.size())) {
      bounds =
          greatest
              ? atLeastBoth(bounds, operand.bounds())
              : atLeastBoth(bounds.negate(), operand.bounds().negate()).negate();
    }
    return bounds;
  }

  private static Interval atLeastBoth(Interval a, Interval b) {
    BigInteger low = a.intersect(new Interval(b.low(), null)).low();
    BigInteger high = a.high() == null || b.high() == null ? null : a.high().max(b.high());
    return new Interval(low, high);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof ExtremeFactor other
            && hash == other.hash
            && greatest == other.greatest
            && operands.equals(other.operands));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return operands.stream()
        .map(Polynomial::toString)
        .collect(Collectors.joining(", ", greatest ? "max(" : "min(", ")"));
  }
}
