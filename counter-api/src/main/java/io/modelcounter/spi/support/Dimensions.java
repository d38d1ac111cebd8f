package io.modelcounter.spi.support;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.function.Supplier;

/** Dimensions that must be equal because two tensors share them. */
public final class Dimensions {
  private Dimensions() {}

  /**
   * The one size of two dimensions that must be equal: where they are written differently, the one
   * that says more.
   *
   * @param first one of them
   * @param second the other
   * @param contradiction what to say if they can never be equal
   * @return a constant if one is a constant, otherwise the one without data-dependent symbols,
   *     otherwise the shorter one
   * @throws InvalidNodeException if they can never be equal
   */
  public static Size agreed(Size first, Size second, Supplier<String> contradiction) {
    if (first.equals(second)) {
      return first;
    }
    if (first.compare(second) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(contradiction.get());
    }
    if (first.isConstant() || second.isConstant()) {
      return first.isConstant() ? first : second;
    }
    if (first.isDataDependent() != second.isDataDependent()) {
      return first.isDataDependent() ? second : first;
    }
    return second.toString().length() < first.toString().length() ? second : first;
  }

  /**
   * The one size of two dimensions that must be equal.
   *
   * @param first one of them
   * @param second the other
   * @param meaning what they are, for the message, for example {@code hidden size}
   * @return a constant if one is a constant, otherwise the one without data-dependent symbols,
   *     otherwise the shorter one
   * @throws InvalidNodeException if they can never be equal
   */
  public static Size agreed(Size first, Size second, String meaning) {
    return agreed(
        first,
        second,
        () -> meaning + " is " + first + " in one place and " + second + " in another");
  }
}
