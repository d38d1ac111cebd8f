package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A size that has a name instead of a number.
 *
 * <p>A symbol that the file names (a batch, a sequence length) stands for an integer of at least 1.
 * A data-dependent symbol stands for a size that only the data decide (how many elements are not
 * zero), an integer of at least 0. Two symbols are equal if their names are and both or neither are
 * data-dependent.
 */
public final class Symbol implements Comparable<Symbol> {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Set<String> RESERVED = Set.of("floor", "min", "max");

  /** How many data-dependent symbols may be bounded by one another in a row. */
  private static final int LONGEST_CHAIN = 8;

  /** How many terms an upper bound may have to be put for the symbol. */
  private static final int LONGEST_CEILING = 100;

  private final String name;
  private final @Nullable String reason;
  private final @Nullable Size upperBound;
  private final @Nullable Size ceiling;
  private final @Nullable BigInteger greatest;
  private final int chain;

  private Symbol(String name, @Nullable String reason, @Nullable Size upperBound) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a symbol must not be blank.");
    }
    this.name = name;
    this.reason = reason;
    this.ceiling = upperBound == null ? null : withoutData(upperBound);
    this.greatest = ceiling == null ? null : ceiling.upperBound().orElse(null);
    int length = upperBound == null ? 0 : 1 + longestChain(upperBound);
    boolean tooLong = length > LONGEST_CHAIN;
    this.upperBound = tooLong ? ceiling : upperBound;
    this.chain = tooLong ? 1 : length;
  }

  /**
   * Returns the symbol for a size that the file names.
   *
   * @param name the name, not blank
   * @return the symbol; its values are the integers from 1
   * @throws IllegalArgumentException if the name is blank
   */
  public static Symbol named(String name) {
    return new Symbol(name, null, null);
  }

  /**
   * Returns a symbol without an upper bound for a size that only the data decide.
   *
   * @param name the name, not blank
   * @param reason why the size is not known, a sentence
   * @return the symbol; its values are the integers from 0
   * @throws IllegalArgumentException if the name is blank
   */
  public static Symbol dataDependent(String name, String reason) {
    return new Symbol(name, reason, null);
  }

  /**
   * Returns a symbol for a size that only the data decide, up to a bound.
   *
   * @param name the name, not blank
   * @param reason why the size is not known, a sentence
   * @param upperBound the greatest value; it may hold symbols, data-dependent ones too
   * @return the symbol; its values are the integers from 0 to the bound
   * @throws IllegalArgumentException if the name is blank
   */
  public static Symbol dataDependent(String name, String reason, Size upperBound) {
    return new Symbol(name, reason, upperBound);
  }

  private static @Nullable Size withoutData(Size bound) {
    try {
      return bound
          .largest()
          .filter(size -> size.polynomial().size() <= LONGEST_CEILING)
          .orElse(null);
    } catch (TooComplexException e) {
      // A bound that cannot be written down is no bound: the symbol stays open above.
      return null;
    }
  }

  private static int longestChain(Size bound) {
    int longest = 0;
    for (Symbol symbol : bound.symbols()) {
      longest = Math.max(longest, symbol.chain);
    }
    return longest;
  }

  /**
   * Returns the name.
   *
   * @return the name as the file writes it, without quotes
   */
  public String name() {
    return name;
  }

  /**
   * Tells whether only the data decide the size.
   *
   * @return false for a symbol that the file names
   */
  public boolean isDataDependent() {
    return reason != null;
  }

  /**
   * Returns the least value.
   *
   * @return 0 for a data-dependent symbol, 1 for one that the file names
   */
  public int minimum() {
    return isDataDependent() ? 0 : 1;
  }

  /**
   * Returns why a data-dependent size is not known.
   *
   * @return the reason; empty for a symbol that the file names
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns the greatest value.
   *
   * @return the bound; empty if none is known
   */
  public Optional<Size> upperBound() {
    return Optional.ofNullable(upperBound);
  }

  /** Returns this data-dependent symbol with another upper bound. */
  Symbol upTo(Size bound) {
    return new Symbol(name, reason, bound);
  }

  /** Returns the greatest value as a size without data-dependent symbols, if there is one. */
  Optional<Size> ceiling() {
    return Optional.ofNullable(ceiling);
  }

  /** Returns the greatest value as a number, null if none is known. */
  @Nullable BigInteger greatest() {
    return greatest;
  }

  @Override
  public int compareTo(Symbol other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Boolean.compare(isDataDependent(), other.isDataDependent());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Symbol other
            && name.equals(other.name)
            && isDataDependent() == other.isDataDependent());
  }

  @Override
  public int hashCode() {
    return 2 * name.hashCode() + minimum();
  }

  /**
   * Returns the name as expressions hold it.
   *
   * @return the name; in double quotes, with {@code \"} and {@code \\} escaped, if it is not a
   *     plain identifier or means a function
   */
  @Override
  public String toString() {
    if (IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name)) {
      return name;
    }
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
