package io.modelcounter.symbolic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An amount that says how sure it is: a lower end, an upper end or none, and why it is not exact.
 *
 * <p>The ends hold symbols of the file only. What a data-dependent symbol leaves open is the
 * distance between the ends. An unknown amount is at least 0 and has no upper end.
 */
public final class Amount {

  private static final Amount NOTHING = new Amount(Size.ZERO, Size.ZERO, List.of());

  private final Size low;
  private final @Nullable Size high;
  private final List<String> reasons;

  private Amount(Size low, @Nullable Size high, Collection<String> reasons) {
    this.low = low;
    this.high = high;
    // One value is left between equal ends, whatever kept it open before.
    this.reasons = low.equals(high) ? List.of() : List.copyOf(new TreeSet<>(reasons));
  }

  /**
   * Returns nothing at all.
   *
   * @return exactly 0
   */
  public static Amount zero() {
    return NOTHING;
  }

  /**
   * Returns an amount of which the size is known.
   *
   * @param size the size, not negative
   * @return exactly that size; if it holds data-dependent symbols, the range that it has over their
   *     values, with their reasons
   */
  public static Amount exact(Size size) {
    return range(size, size, List.of());
  }

  /**
   * Returns an amount with both ends.
   *
   * @param low the lower end
   * @param high the upper end
   * @param reason why the amount is not exact, a sentence
   * @return the amount; exact if the ends are equal
   * @throws IllegalArgumentException if the lower end is known to be above the upper one
   */
  public static Amount between(Size low, Size high, String reason) {
    return of(low, Optional.of(high), List.of(reason));
  }

  /**
   * Returns an amount by all that it says, so that one that was taken apart is made again.
   *
   * @param low the lower end
   * @param high the upper end, empty for an amount without one
   * @param reasons why the amount is not exact, sentences
   * @return the amount; exact if the ends are equal
   * @throws IllegalArgumentException if the lower end is known to be above the upper one
   */
  public static Amount of(Size low, Optional<Size> high, Collection<String> reasons) {
    if (high.filter(low::isGreaterThan).isPresent()) {
      throw new IllegalArgumentException(
          "The lower end of an amount is " + low + ", above its upper end " + high.get() + ".");
    }
    return range(low, high.orElse(null), reasons);
  }

  /**
   * Returns an amount without an upper end.
   *
   * @param low the lower end
   * @param reason why the amount is not exact, a sentence
   * @return the amount
   */
  public static Amount atLeast(Size low, String reason) {
    return range(low, null, List.of(reason));
  }

  /**
   * Returns an amount of which nothing is known.
   *
   * @param reason why, a sentence
   * @return at least 0
   */
  public static Amount unknown(String reason) {
    return atLeast(Size.ZERO, reason);
  }

  /**
   * Adds amounts in one step.
   *
   * @param amounts the summands
   * @return the sum, without an upper end if one of the summands has none
   * @throws TooComplexException if the sum has too many terms
   */
  public static Amount sum(Collection<Amount> amounts) {
    List<Size> lows = new ArrayList<>(amounts.size());
    List<Size> highs = new ArrayList<>(amounts.size());
    TreeSet<String> reasons = new TreeSet<>();
    boolean exact = true;
    for (Amount amount : amounts) {
      lows.add(amount.low);
      if (amount.high != null) {
        highs.add(amount.high);
      }
      exact &= amount.isExact();
      reasons.addAll(amount.reasons);
    }
    Size low = Size.sum(lows);
    if (exact) {
      return new Amount(low, low, reasons);
    }
    return new Amount(low, highs.size() < lows.size() ? null : Size.sum(highs), reasons);
  }

  /**
   * Works an amount out unless that is too complex.
   *
   * @param calculation works it out
   * @return the amount, or an unknown one if the calculation has too many terms
   */
  public static Amount unlessTooComplex(Supplier<Amount> calculation) {
    try {
      return calculation.get();
    } catch (TooComplexException tooComplex) {
      return unknown("its sizes are too complex: " + tooComplex.getMessage());
    }
  }

  private static Amount range(Size low, @Nullable Size high, Collection<String> reasons) {
    if (!low.isDataDependent() && (high == null || !high.isDataDependent())) {
      return new Amount(low, high, reasons);
    }
    TreeSet<String> all = new TreeSet<>(reasons);
    addReasons(low, all);
    Size greatest = null;
    if (high != null) {
      addReasons(high, all);
      greatest = high.largest().orElse(null);
    }
    return new Amount(smallest(low), greatest, all);
  }

  private static Size smallest(Size size) {
    Size smallest = size.smallest().orElse(Size.ZERO);
    return Size.ZERO.isAtLeast(smallest) ? Size.ZERO : smallest;
  }

  private static void addReasons(Size size, Collection<String> reasons) {
    for (Symbol symbol : size.symbols()) {
      symbol.reason().ifPresent(reasons::add);
    }
  }

  /**
   * Returns the lower end.
   *
   * @return a size that the amount is never below
   */
  public Size low() {
    return low;
  }

  /**
   * Returns the upper end.
   *
   * @return a size that the amount is never above; empty if none is known
   */
  public Optional<Size> high() {
    return Optional.ofNullable(high);
  }

  /**
   * Returns why the amount is not exact.
   *
   * @return distinct sentences in alphabetical order; empty if the amount is exact
   */
  public List<String> reasons() {
    return reasons;
  }

  /**
   * Tells whether the amount is known, as a number or as a formula in the symbols of the file.
   *
   * @return whether both ends are equal
   */
  public boolean isExact() {
    return low.equals(high);
  }

  /**
   * Returns the size of an exact amount.
   *
   * @return the size
   * @throws IllegalStateException if the amount is not exact
   */
  public Size exactValue() {
    if (!isExact()) {
      throw new IllegalStateException("The amount is not exact, it is " + this + ".");
    }
    return low;
  }

  /**
   * Adds another amount.
   *
   * @param other the other summand
   * @return the sum, without an upper end if one of the two has none
   * @throws TooComplexException if the sum has too many terms
   */
  public Amount plus(Amount other) {
    return new Amount(
        low.plus(other.low),
        high == null || other.high == null ? null : high.plus(other.high),
        union(reasons, other.reasons));
  }

  /**
   * Takes the amount a number of times.
   *
   * @param nonNegative how often, at least 0; it may hold data-dependent symbols
   * @return the product; exactly 0 if the factor is 0
   * @throws IllegalArgumentException if the factor is known to be negative
   * @throws TooComplexException if the product has too many terms
   */
  public Amount times(Size nonNegative) {
    if (Size.ZERO.isGreaterThan(nonNegative)) {
      throw new IllegalArgumentException(
          "An amount cannot be taken a negative number of times, here " + nonNegative + ".");
    }
    return times(exact(nonNegative));
  }

  /**
   * Takes the amount a number of times that need not be known exactly.
   *
   * @param factor how often
   * @return the product; exactly 0 if this amount or the factor is exactly 0
   * @throws TooComplexException if the product has too many terms
   */
  public Amount times(Amount factor) {
    if (equals(NOTHING) || factor.equals(NOTHING)) {
      return NOTHING;
    }
    if (factor.low.isOne() && factor.isExact()) {
      return this;
    }
    return new Amount(
        low.times(factor.low),
        high == null || factor.high == null ? null : high.times(factor.high),
        union(reasons, factor.reasons));
  }

  /**
   * Takes the amount a number of times.
   *
   * @param factor how often, at least 0
   * @return the product; exactly 0 if the factor is 0
   * @throws IllegalArgumentException if the factor is negative
   */
  public Amount times(long factor) {
    return times(Size.of(factor));
  }

  /**
   * Returns the amount of work of which either this or another one is done.
   *
   * @param other the alternative
   * @param reason why it is not known which of the two it is, a sentence
   * @return from the lower of the lower ends to the higher of the upper ends, without an upper end
   *     if one of the two has none; this amount if both are the same exact one
   */
  public Amount hull(Amount other, String reason) {
    if (isExact() && equals(other)) {
      return this;
    }
    Set<String> all = union(reasons, other.reasons);
    all.add(reason);
    return new Amount(
        low.min(other.low), high == null || other.high == null ? null : high.max(other.high), all);
  }

  /**
   * Puts values for symbols.
   *
   * @param bindings the values
   * @return the amount with the values in both ends; exact if the ends become equal
   * @throws IllegalArgumentException if a symbol cannot have the value bound to it
   */
  public Amount bind(Bindings bindings) {
    return new Amount(low.bind(bindings), high == null ? null : high.bind(bindings), reasons);
  }

  private static Set<String> union(Collection<String> some, Collection<String> others) {
    Set<String> union = new TreeSet<>(some);
    union.addAll(others);
    return union;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Amount other
            && low.equals(other.low)
            && Objects.equals(high, other.high)
            && reasons.equals(other.reasons));
  }

  @Override
  public int hashCode() {
    return Objects.hash(low, high, reasons);
  }

  /**
   * Returns the amount in words.
   *
   * @return {@code "12"}, {@code "between 3 and 5"} or {@code "at least 3"}
   */
  @Override
  public String toString() {
    if (isExact()) {
      return low.toString();
    }
    return high == null ? "at least " + low : "between " + low + " and " + high;
  }
}
