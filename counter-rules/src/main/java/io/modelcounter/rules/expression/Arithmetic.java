package io.modelcounter.rules.expression;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;

/** Operations on sizes, with what they need of their operands. */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * The quotient of two sizes of which the writer of the expression says that nothing is left over.
   *
   * @throws InvalidNodeException if something is left over
   */
  static Size exactQuotient(Size dividend, Size divisor) {
    requireNotZero(dividend, divisor);
    if (dividend.isConstant() && divisor.isConstant() && !dividend.mod(divisor).isZero()) {
      throw new InvalidNodeException(
          dividend
              + " does not divide by "
              + divisor
              + "; a rule that means a rounded quotient says floor(...) or ceil(...)");
    }
    return dividend.divideExactly(divisor).orElseGet(() -> dividend.floorDiv(divisor));
  }

  static Size floor(Size dividend, Size divisor) {
    requireNotZero(dividend, divisor);
    return dividend.floorDiv(divisor);
  }

  static Size ceil(Size dividend, Size divisor) {
    requireNotZero(dividend, divisor);
    return dividend.ceilDiv(divisor);
  }

  private static void requireNotZero(Size dividend, Size divisor) {
    if (divisor.isZero()) {
      throw new InvalidNodeException(dividend + " cannot be divided by 0");
    }
    if (!divisor.isGreaterThan(Size.ZERO) && !Size.ZERO.isGreaterThan(divisor)) {
      throw new UnknownInputException("whether the divisor " + divisor + " is 0 is not known");
    }
  }
}
