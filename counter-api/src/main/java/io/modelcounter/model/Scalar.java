package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One element of a tensor whose value is followed through shape arithmetic.
 *
 * <p>An element is an integer (a {@link Size}, so possibly symbolic), a floating-point number, a
 * symbolic fraction (what float arithmetic on sizes gives), a truth value, a text, or unknown.
 */
public final class Scalar {
  /** An element of which nothing is known. */
  public static final Scalar UNKNOWN = new Scalar(Kind.UNKNOWN, null, null);

  private static final Scalar TRUE = new Scalar(Kind.BOOL, true, null);
  private static final Scalar FALSE = new Scalar(Kind.BOOL, false, null);

  private enum Kind {
    INTEGER,
    REAL,
    FRACTION,
    BOOL,
    TEXT,
    UNKNOWN
  }

  private final Kind kind;
  private final @Nullable Object value;
  private final @Nullable BigInteger denominator;

  private Scalar(Kind kind, @Nullable Object value, @Nullable BigInteger denominator) {
    this.kind = kind;
    this.value = value;
    this.denominator = denominator;
  }

  /**
   * Integer element.
   *
   * @param value the value, possibly symbolic
   * @return the element
   */
  public static Scalar of(Size value) {
    return new Scalar(Kind.INTEGER, value, null);
  }

  /**
   * Integer element.
   *
   * @param value the value
   * @return the element
   */
  public static Scalar of(long value) {
    return of(Size.of(value));
  }

  /**
   * Floating-point element, already rounded to its tensor's element type.
   *
   * @param value the value
   * @return the element
   */
  public static Scalar real(double value) {
    return new Scalar(Kind.REAL, value, null);
  }

  /**
   * Floating-point element that is a symbolic integer divided by a positive integer.
   *
   * @param numerator dividend
   * @param denominator divisor, positive
   * @return the element; a plain {@link #real} if the numerator is a constant
   */
  public static Scalar fraction(Size numerator, BigInteger denominator) {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator must be positive: " + denominator);
    }
    Optional<BigInteger> constant = numerator.asBigInteger();
    if (constant.isPresent()) {
      return real(constant.get().doubleValue() / denominator.doubleValue());
    }
    return new Scalar(Kind.FRACTION, numerator, denominator);
  }

  /**
   * Truth value.
   *
   * @param value the value
   * @return the element
   */
  public static Scalar of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * Text element.
   *
   * @param value the value
   * @return the element
   */
  public static Scalar text(String value) {
    return new Scalar(Kind.TEXT, value, null);
  }

  /**
   * Tells whether anything is known.
   *
   * @return false for {@link #UNKNOWN}
   */
  public boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  /**
   * The value as an integer.
   *
   * @return the integer; empty for anything that is not an integer element
   */
  public Optional<Size> asSize() {
    return value instanceof Size size && kind == Kind.INTEGER
        ? Optional.of(size)
        : Optional.empty();
  }

  /**
   * The value as a number without symbols.
   *
   * @return the number; empty for symbols, truth values, texts and unknown elements
   */
  public OptionalDouble asDouble() {
    if (value instanceof Double real) {
      return OptionalDouble.of(real);
    }
    if (value instanceof Size size && kind == Kind.INTEGER) {
      return size.asBigInteger()
          .map(exact -> OptionalDouble.of(exact.doubleValue()))
          .orElse(OptionalDouble.empty());
    }
    return OptionalDouble.empty();
  }

  /**
   * Numerator of a symbolic fraction.
   *
   * @return the numerator, or empty if this is not a symbolic fraction
   */
  public Optional<Size> numerator() {
    return value instanceof Size size && kind == Kind.FRACTION
        ? Optional.of(size)
        : Optional.empty();
  }

  /**
   * Denominator of a symbolic fraction.
   *
   * @return the positive denominator, or empty if this is not a symbolic fraction
   */
  public Optional<BigInteger> denominator() {
    return Optional.ofNullable(denominator);
  }

  /**
   * The value as a truth value.
   *
   * @return the value, or empty if this is not a known truth value
   */
  public Optional<Boolean> asBoolean() {
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }

  /**
   * The value as a text.
   *
   * @return the text, or empty if this is not a text
   */
  public Optional<String> asText() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /**
   * This element with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound element
   */
  public Scalar bind(Bindings bindings) {
    if (value instanceof Size size) {
      return denominator == null
          ? of(size.bind(bindings))
          : fraction(size.bind(bindings), denominator);
    }
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that
        && kind == that.kind
        && Objects.equals(value, that.value)
        && Objects.equals(denominator, that.denominator);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, value, denominator);
  }

  @Override
  public String toString() {
    if (kind == Kind.FRACTION) {
      return "(" + value + ")/" + denominator;
    }
    return kind == Kind.UNKNOWN ? "?" : String.valueOf(value);
  }
}
