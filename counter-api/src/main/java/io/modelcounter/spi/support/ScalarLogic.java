package io.modelcounter.spi.support;

import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * Comparison of single elements and what follows from the answers.
 *
 * <p>Symbolic elements compare if the answer holds for all values of the symbols. An unknown
 * operand gives an unknown result unless the other one decides alone.
 */
public final class ScalarLogic {
  /** Decides on two doubles. */
  private interface DoubleTest {
    boolean test(double a, double b);
  }

  private ScalarLogic() {}

  /**
   * Tells whether two elements of one type are equal.
   *
   * @param a number, truth value or text
   * @param b number, truth value or text
   * @return a truth value, or unknown
   */
  public static Scalar equal(Scalar a, Scalar b) {
    if (!a.isKnown() || !b.isKnown()) {
      return Scalar.UNKNOWN;
    }
    if (a.asText().isPresent() || a.asBoolean().isPresent()) {
      return Scalar.of(a.equals(b));
    }
    return compare(
        a,
        b,
        (x, y) -> x == y,
        (x, y) -> {
          Comparison comparison = x.compare(y);
          return comparison == Comparison.UNDECIDED
              ? Scalar.UNKNOWN
              : Scalar.of(comparison == Comparison.SAME);
        });
  }

  /**
   * Tells whether one number is less than another.
   *
   * @param a a number
   * @param b a number
   * @return a truth value, or unknown
   */
  public static Scalar less(Scalar a, Scalar b) {
    return compare(a, b, (x, y) -> x < y, (x, y) -> decided(y.isGreaterThan(x), x.isAtLeast(y)));
  }

  /**
   * Tells whether one number is at most another.
   *
   * @param a a number
   * @param b a number
   * @return a truth value, or unknown
   */
  public static Scalar lessOrEqual(Scalar a, Scalar b) {
    return compare(a, b, (x, y) -> x <= y, (x, y) -> decided(y.isAtLeast(x), x.isGreaterThan(y)));
  }

  /**
   * Tells whether one number is greater than another.
   *
   * @param a a number
   * @param b a number
   * @return a truth value, or unknown
   */
  public static Scalar greater(Scalar a, Scalar b) {
    return less(b, a);
  }

  /**
   * Tells whether one number is at least another.
   *
   * @param a a number
   * @param b a number
   * @return a truth value, or unknown
   */
  public static Scalar greaterOrEqual(Scalar a, Scalar b) {
    return lessOrEqual(b, a);
  }

  /**
   * Negates a truth value.
   *
   * @param a a truth value
   * @return the opposite, or unknown
   */
  public static Scalar not(Scalar a) {
    return a.asBoolean().map(value -> Scalar.of(!value)).orElse(Scalar.UNKNOWN);
  }

  /**
   * Tells whether both truth values are true.
   *
   * @param a a truth value
   * @param b a truth value
   * @return false if one is false, even if the other is unknown
   */
  public static Scalar and(Scalar a, Scalar b) {
    return not(or(not(a), not(b)));
  }

  /**
   * Tells whether one of two truth values is true.
   *
   * @param a a truth value
   * @param b a truth value
   * @return true if one is true, even if the other is unknown
   */
  public static Scalar or(Scalar a, Scalar b) {
    Optional<Boolean> left = a.asBoolean();
    Optional<Boolean> right = b.asBoolean();
    if (left.orElse(false) || right.orElse(false)) {
      return Scalar.of(true);
    }
    return left.isPresent() && right.isPresent() ? Scalar.of(false) : Scalar.UNKNOWN;
  }

  /**
   * Tells whether exactly one of two truth values is true.
   *
   * @param a a truth value
   * @param b a truth value
   * @return a truth value, or unknown
   */
  public static Scalar xor(Scalar a, Scalar b) {
    return not(equal(a, b));
  }

  /**
   * Chooses one of two elements.
   *
   * @param condition a truth value
   * @param whenTrue result if it is true
   * @param whenFalse result if it is false
   * @return the chosen element; where the condition is unknown, the common value of both if they
   *     are the same, otherwise unknown
   */
  public static Scalar select(Scalar condition, Scalar whenTrue, Scalar whenFalse) {
    Optional<Boolean> value = condition.asBoolean();
    if (value.isPresent()) {
      return value.get() ? whenTrue : whenFalse;
    }
    return whenTrue.equals(whenFalse) ? whenTrue : Scalar.UNKNOWN;
  }

  private static Scalar decided(boolean known, boolean contrary) {
    return known || contrary ? Scalar.of(known) : Scalar.UNKNOWN;
  }

  private static Scalar compare(
      Scalar a, Scalar b, DoubleTest numbers, BiFunction<Size, Size, Scalar> sizes) {
    Optional<Size> left = a.asSize();
    Optional<Size> right = b.asSize();
    if (left.isPresent() && right.isPresent()) {
      return sizes.apply(left.get(), right.get());
    }
    OptionalDouble x = a.asDouble();
    OptionalDouble y = b.asDouble();
    if (x.isPresent() && y.isPresent()) {
      return Scalar.of(numbers.test(x.getAsDouble(), y.getAsDouble()));
    }
    Optional<Ratio> p = Ratio.of(a);
    Optional<Ratio> q = Ratio.of(b);
    if (p.isPresent() && q.isPresent()) {
      return sizes.apply(p.get().scaledTo(q.get()), q.get().scaledTo(p.get()));
    }
    if (!a.isKnown() || !b.isKnown() || p.isEmpty() == q.isEmpty()) {
      return Scalar.UNKNOWN;
    }
    // One is an infinity or not a number: any finite number can stand for the symbolic other.
    return p.isEmpty() && x.isPresent()
        ? Scalar.of(numbers.test(x.getAsDouble(), 0))
        : y.isPresent() ? Scalar.of(numbers.test(0, y.getAsDouble())) : Scalar.UNKNOWN;
  }
}
