package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values for symbols, by their names; immutable. */
public final class Bindings {

  private static final Bindings NONE = new Bindings(new TreeMap<>());

  private final SortedMap<String, Long> values;

  private Bindings(SortedMap<String, Long> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /**
   * Returns no values.
   *
   * @return bindings that leave every size as it is
   */
  public static Bindings none() {
    return NONE;
  }

  /**
   * Returns a value for one symbol.
   *
   * @param name the name of the symbol as it is, not read as an expression
   * @param value the value, at least 0
   * @return the bindings
   * @throws IllegalArgumentException if the value is negative
   */
  public static Bindings of(String name, long value) {
    return NONE.withName(name, value);
  }

  /**
   * Returns values for symbols.
   *
   * @param values the values, at least 0, by the names of the symbols as they are
   * @return the bindings
   * @throws IllegalArgumentException if a value is negative
   */
  public static Bindings of(Map<String, Long> values) {
    SortedMap<String, Long> sorted = new TreeMap<>(values);
    sorted.forEach(Bindings::check);
    return new Bindings(sorted);
  }

  /**
   * Adds a value.
   *
   * @param text the name of a symbol; or an expression that is linear in one symbol that has no
   *     value yet, so that {@code 8*h8} with the value 8 gives {@code h8} the value 1; any other
   *     text is a name as it is
   * @param value the value of the name or of the expression, at least 0 for a name
   * @return these bindings and the new one
   * @throws IllegalArgumentException if the value is negative, if the symbol has another value
   *     already, or if the expression cannot be solved or cannot have the value; the message says
   *     why
   */
  public Bindings with(String text, long value) {
    Size size;
    try {
      size = Size.parse(text);
    } catch (IllegalArgumentException e) {
      // Not an expression, so the text is the name of an opaque size.
      return withName(text, value);
    }
    if (size.isConstant()) {
      throw new IllegalArgumentException("'" + text + "' names no symbol to give a value to.");
    }
    if (size.symbols().size() == 1) {
      Symbol symbol = size.symbols().iterator().next();
      if (size.equals(Size.of(symbol))) {
        return withName(symbol.name(), value);
      }
    }
    return solve(text, size.bind(this), value);
  }

  private Bindings solve(String text, Size size, long value) {
    String equation = "'" + text + "' = " + value;
    if (size.isConstant()) {
      if (size.equals(Size.of(value))) {
        return this;
      }
      throw new IllegalArgumentException(
          equation + " contradicts the other values, with which it is " + size + ".");
    }
    if (size.symbols().size() > 1) {
      throw new IllegalArgumentException(
          equation
              + " cannot be solved: give values to all but one of the symbols "
              + size.symbols()
              + " first.");
    }
    Symbol symbol = size.symbols().iterator().next();
    Size offset = size.bind(of(symbol.name(), 1)).times(2).minus(size.bind(of(symbol.name(), 2)));
    Size slope = size.bind(of(symbol.name(), 1)).minus(offset);
    if (!size.equals(Size.of(symbol).times(slope).plus(offset))) {
      throw new IllegalArgumentException(
          equation + " cannot be solved: the expression is not linear in " + symbol + ".");
    }
    BigInteger[] solution =
        Size.of(value)
            .minus(offset)
            .asBigInteger()
            .orElseThrow()
            .divideAndRemainder(slope.asBigInteger().orElseThrow());
    if (solution[1].signum() != 0 || solution[0].bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException(
          equation + " has no solution: no integer " + symbol + " makes " + size + " that value.");
    }
    return withName(symbol.name(), solution[0].longValue());
  }

  private Bindings withName(String name, long value) {
    check(name, value);
    Long known = values.get(name);
    if (known != null && known != value) {
      throw new IllegalArgumentException(
          "The size '"
              + name
              + "' cannot have the values "
              + known
              + " and "
              + value
              + " at once.");
    }
    SortedMap<String, Long> more = new TreeMap<>(values);
    more.put(name, value);
    return new Bindings(more);
  }

  private static void check(String name, long value) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a symbol must not be blank.");
    }
    if (value < 0) {
      throw new IllegalArgumentException(
          "The size '" + name + "' cannot have the value " + value + ", which is negative.");
    }
  }

  /**
   * Tells whether there is no value.
   *
   * @return whether binding changes nothing
   */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Returns the value for a symbol.
   *
   * @param symbol the symbol
   * @return its value; empty if it has none
   * @throws IllegalArgumentException if the symbol cannot have its value
   */
  public OptionalLong value(Symbol symbol) {
    Long value = values.get(symbol.name());
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value < symbol.minimum()) {
      throw new IllegalArgumentException(
          "The size " + symbol + " must be at least " + symbol.minimum() + ", not " + value + ".");
    }
    return OptionalLong.of(value);
  }

  /**
   * Returns all values.
   *
   * @return the values by name, sorted, unmodifiable
   */
  public Map<String, Long> asMap() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object || (object instanceof Bindings other && values.equals(other.values));
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /**
   * Returns the bindings in words.
   *
   * @return for example {@code "batch = 1, sequence = 128"}; empty without values
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) ->
            text.append(text.length() == 0 ? "" : ", ").append(name).append(" = ").append(value));
    return text.toString();
  }
}
