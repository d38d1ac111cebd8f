package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An exact integer, or a polynomial in symbols, in one normal form.
 *
 * <p>Besides symbols a polynomial may hold {@code floor(p/q)}, {@code min(…)} and {@code max(…)} of
 * polynomials. Numbers may have any length; nothing wraps. Structural equality is sound but not
 * complete: sizes that are not {@linkplain #equals(Object) equal} may still have the same values,
 * so whoever looks for a contradiction asks {@link #compare}.
 *
 * <p>Every operation throws {@link TooComplexException} if its result would have more than 10 000
 * terms, 256 factors in a term, 128 operands of a min or max, or 100 of these inside one another.
 */
public final class Size {

  /** The size 0. */
  public static final Size ZERO = of(0);

  /** The size 1. */
  public static final Size ONE = of(1);

  /** The number, 0 if there is a polynomial. */
  private final long value;

  /** Null for a number that fits a long. */
  private final @Nullable Polynomial polynomial;

  Size(long value, @Nullable Polynomial polynomial) {
    this.value = value;
    this.polynomial = polynomial;
  }

  /**
   * {@return a number as a size}
   *
   * @param value the number
   */
  public static Size of(long value) {
    return SmallNumbers.of(value);
  }

  /**
   * {@return a number of any length as a size}
   *
   * @param value the number
   */
  public static Size of(BigInteger value) {
    return of(Polynomial.constant(value));
  }

  /**
   * {@return the value of a symbol}
   *
   * @param symbol the symbol
   */
  public static Size of(Symbol symbol) {
    return of(Polynomial.of(new SymbolFactor(symbol)));
  }

  static Size of(Polynomial polynomial) {
    BigInteger constant = polynomial.asConstant();
    return constant != null && constant.bitLength() < Long.SIZE
        ? of(constant.longValue())
        : new Size(0, polynomial);
  }

  /**
   * Reads an expression, as {@link #toString()} writes it and a little more.
   *
   * <p>Allowed are integers, identifiers, names in double quotes, parentheses, {@code + - *},
   * powers with {@code ^} or {@code **}, {@code /} where the result is known to be an integer,
   * {@code //} (division rounded down), and the functions {@code floor}, {@code ceil}, {@code min}
   * and {@code max}; inside {@code floor} and {@code ceil}, {@code /} may leave a fraction. Every
   * name becomes a {@linkplain Symbol#named named} symbol.
   *
   * @param text the expression
   * @return its size
   * @throws IllegalArgumentException if it is none, or too complex; the message says where
   */
  public static Size parse(String text) {
    return parse(text, Symbol::named);
  }

  /**
   * Reads an expression in symbols that need not be sizes that the file names.
   *
   * @param text the expression, as {@link #parse(String)} reads it
   * @param symbols gives the symbol of a name
   * @return the size
   * @throws IllegalArgumentException if the text is no such expression; the message says where and
   *     what was expected
   */
  public static Size parse(String text, Function<String, Symbol> symbols) {
    return new SizeParser(text, symbols).parse();
  }

  /**
   * {@return the sum of all sizes, 0 for none, in time proportional to their terms}
   *
   * @param sizes the summands
   */
  public static Size sum(Collection<Size> sizes) {
    long small = 0;
    for (Size size : sizes) {
      long next = small + size.value;
      if (size.polynomial != null || ((small ^ next) & (size.value ^ next)) < 0) {
        PolynomialBuilder sum = new PolynomialBuilder();
        sum.addAll(sizes);
        return of(sum.build());
      }
      small = next;
    }
    return of(small);
  }

  /**
   * {@return the product of all sizes, 1 for none}
   *
   * @param sizes the factors
   */
  public static Size product(Collection<Size> sizes) {
    Size numbers = ONE;
    Size formulas = ONE;
    for (Size size : sizes) {
      if (size.polynomial == null) {
        numbers = numbers.times(size);
      } else {
        formulas = formulas.isOne() ? size : formulas.times(size);
      }
    }
    if (formulas.isOne()) {
      return numbers;
    }
    return numbers.isOne() ? formulas : formulas.times(numbers);
  }

  Polynomial polynomial() {
    return polynomial == null ? Polynomial.constant(BigInteger.valueOf(value)) : polynomial;
  }

  private static boolean isSmall(Size some, Size other) {
    return some.polynomial == null && other.polynomial == null;
  }

  /**
   * {@return this + other, exactly}
   *
   * @param other the other summand
   */
  public Size plus(Size other) {
    return isSmall(this, other)
        ? SmallNumbers.sum(value, other.value)
        : of(polynomial().plus(other.polynomial()));
  }

  /**
   * {@return this − other, exactly}
   *
   * @param other the subtrahend
   */
  public Size minus(Size other) {
    return isSmall(this, other)
        ? SmallNumbers.difference(value, other.value)
        : of(polynomial().minus(other.polynomial()));
  }

  /** {@return −this} */
  public Size negate() {
    return polynomial == null ? SmallNumbers.negation(value) : of(polynomial.negate());
  }

  /**
   * {@return this · other, exactly}
   *
   * @param other the other factor
   */
  public Size times(Size other) {
    if (isSmall(this, other)) {
      return SmallNumbers.product(value, other.value);
    }
    if (isOne()) {
      return other;
    }
    return other.isOne() ? this : of(polynomial().times(other.polynomial()));
  }

  /**
   * {@return this · factor, exactly}
   *
   * @param factor the other factor
   */
  public Size times(long factor) {
    return times(of(factor));
  }

  /**
   * {@return this size multiplied by itself so often, 1 for the exponent 0}
   *
   * @param exponent the exponent, at least 0
   * @throws IllegalArgumentException if the exponent is negative
   */
  public Size pow(int exponent) {
    return of(polynomial().pow(exponent));
  }

  /**
   * {@return ⌊this / divisor⌋, rounded down towards negative infinity}
   *
   * @param divisor the divisor
   * @throws ArithmeticException if the divisor is 0
   */
  public Size floorDiv(Size divisor) {
    divisor.requireDivisor();
    return isSmall(this, divisor)
        ? SmallNumbers.quotient(value, divisor.value)
        : of(Division.floor(polynomial(), divisor.polynomial()));
  }

  /**
   * {@return ⌈this / divisor⌉, rounded up towards positive infinity}
   *
   * @param divisor the divisor
   * @throws ArithmeticException if the divisor is 0
   */
  public Size ceilDiv(Size divisor) {
    return negate().floorDiv(divisor).negate();
  }

  /**
   * {@return this − divisor · ⌊this / divisor⌋, which has the sign of the divisor}
   *
   * @param divisor the divisor; the result has its sign
   * @throws ArithmeticException if the divisor is 0
   */
  public Size mod(Size divisor) {
    return minus(divisor.times(floorDiv(divisor)));
  }

  /**
   * {@return the quotient rounded towards 0, as integer division in C and Java does; empty where
   * the signs of the operands are not known well enough to say whether that is down or up}
   *
   * @param divisor the divisor
   * @throws ArithmeticException if the divisor is 0
   */
  public Optional<Size> truncDiv(Size divisor) {
    return Division.truncated(this, divisor);
  }

  /**
   * {@return the quotient where nothing is left over; empty where the divisor is not known to
   * divide this size for all values of the symbols}
   *
   * @param divisor the divisor
   * @throws ArithmeticException if the divisor is 0
   */
  public Optional<Size> divideExactly(Size divisor) {
    divisor.requireDivisor();
    if (isSmall(this, divisor)) {
      return value % divisor.value == 0 ? Optional.of(floorDiv(divisor)) : Optional.empty();
    }
    return Division.exact(polynomial(), divisor.polynomial()).map(Size::of);
  }

  private void requireDivisor() {
    if (isZero()) {
      throw new ArithmeticException("A size cannot be divided by 0.");
    }
  }

  /**
   * {@return the lesser of the two sizes}
   *
   * @param other the other size
   */
  public Size min(Size other) {
    return isSmall(this, other)
        ? value <= other.value ? this : other
        : of(Extremes.of(false, List.of(polynomial(), other.polynomial())));
  }

  /**
   * {@return the greater of the two sizes}
   *
   * @param other the other size
   */
  public Size max(Size other) {
    return isSmall(this, other)
        ? value >= other.value ? this : other
        : of(Extremes.of(true, List.of(polynomial(), other.polynomial())));
  }

  /** {@return whether this is a number, without any symbol} */
  public boolean isConstant() {
    return polynomial == null || polynomial.asConstant() != null;
  }

  /** {@return the number; empty if this size holds a symbol or is too long} */
  public OptionalLong asLong() {
    return polynomial == null ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** {@return the number; empty if this size holds a symbol} */
  public Optional<BigInteger> asBigInteger() {
    return polynomial == null
        ? Optional.of(BigInteger.valueOf(value))
        : Optional.ofNullable(polynomial.asConstant());
  }

  /** {@return whether this is the number 0, not only for some values of symbols} */
  public boolean isZero() {
    return polynomial == null && value == 0;
  }

  /** {@return whether this is the number 1, not only for some values of symbols} */
  public boolean isOne() {
    return polynomial == null && value == 1;
  }

  /**
   * {@return whether both are equal for all values of the symbols, for none, or neither is known}
   *
   * @param other the other size
   */
  public Comparison compare(Size other) {
    if (equals(other)) {
      return Comparison.SAME;
    }
    return isConstant() && other.isConstant()
        ? Comparison.DIFFERENT
        : Bounds.compareWithZero(polynomial().unlimitedMinus(other.polynomial()));
  }

  /** {@return a number that this is never below, found cheaply; empty if none is known} */
  public Optional<BigInteger> lowerBound() {
    return Optional.ofNullable(polynomial().bounds().low());
  }

  /** {@return a number that this is never above, found cheaply; empty if none is known} */
  public Optional<BigInteger> upperBound() {
    return Optional.ofNullable(polynomial().bounds().high());
  }

  /**
   * {@return whether this ≥ other is known for all values of the symbols}
   *
   * @param other the other size
   */
  public boolean isAtLeast(Size other) {
    return isSmall(this, other)
        ? value >= other.value
        : equals(other) || Bounds.isAbove(polynomial(), other.polynomial(), 0);
  }

  /**
   * {@return whether this &gt; other is known for all values of the symbols}
   *
   * @param other the other size
   */
  public boolean isGreaterThan(Size other) {
    return isSmall(this, other)
        ? value > other.value
        : Bounds.isAbove(polynomial(), other.polynomial(), 1);
  }

  /** {@return the symbols that occur, sorted, those inside floor, min and max included} */
  public Set<Symbol> symbols() {
    return polynomial == null ? Set.of() : polynomial.symbols();
  }

  /** {@return whether a data-dependent symbol occurs, perhaps inside floor, min or max} */
  public boolean isDataDependent() {
    return polynomial != null && polynomial.isDataDependent();
  }

  /**
   * {@return this size with values for symbols, in normal form; symbols without a value stay}
   *
   * @param bindings the values; symbols that they do not name stay
   * @throws IllegalArgumentException if a symbol cannot have the value bound to it
   * @throws ArithmeticException if a divisor becomes 0
   */
  public Size bind(Bindings bindings) {
    return polynomial == null || bindings.isEmpty() ? this : new Substitution(bindings).apply(this);
  }

  /** {@return a lower bound without data-dependent symbols; empty if none is known} */
  public Optional<Size> smallest() {
    return isDataDependent() ? DataBounds.smallest(polynomial()).map(Size::of) : Optional.of(this);
  }

  /** {@return an upper bound without data-dependent symbols; empty if none is known} */
  public Optional<Size> largest() {
    return isDataDependent() ? DataBounds.largest(polynomial()).map(Size::of) : Optional.of(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Size other
            && value == other.value
            && Objects.equals(polynomial, other.polynomial));
  }

  @Override
  public int hashCode() {
    return polynomial == null ? Long.hashCode(value) : polynomial.hashCode();
  }

  /**
   * Returns the normal form in plain ASCII, which {@link #parse} reads back.
   *
   * @return terms by ascending degree, then by names, the number last, for example {@code "3*batch
   *     + 2*batch^2 - 1"}
   */
  @Override
  public String toString() {
    return polynomial == null ? Long.toString(value) : polynomial.toString();
  }
}
