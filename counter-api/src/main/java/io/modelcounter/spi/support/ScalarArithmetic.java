package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Arithmetic on single elements, as the operators of the ONNX standard set define it.
 *
 * <p>Integers wrap around at the width of their type; symbolic ones are taken to stay within it.
 * Floating-point results are rounded to their type. Symbolic fractions exist in float32 and float64
 * only, and only as long as the floating-point operations that a runtime would carry out on sizes
 * below 65 536 cannot end in another integer; where they could, the result is {@link
 * Scalar#UNKNOWN}. An unknown operand gives an unknown result unless the other one decides alone.
 */
public final class ScalarArithmetic {
  private ScalarArithmetic() {}

  /**
   * Adds.
   *
   * @param type type of both operands and of the result
   * @param a summand
   * @param b summand
   * @return a + b
   */
  public static Scalar add(ElementType type, Scalar a, Scalar b) {
    return type.isFloat() ? RealArithmetic.add(type, a, b) : IntegerArithmetic.add(type, a, b);
  }

  /**
   * Subtracts.
   *
   * @param type type of both operands and of the result
   * @param a minuend
   * @param b subtrahend
   * @return a − b
   */
  public static Scalar subtract(ElementType type, Scalar a, Scalar b) {
    return type.isFloat()
        ? RealArithmetic.subtract(type, a, b)
        : IntegerArithmetic.subtract(type, a, b);
  }

  /**
   * Multiplies.
   *
   * @param type type of both operands and of the result
   * @param a factor
   * @param b factor
   * @return a · b; for integers 0 if one factor is 0 and the other unknown
   */
  public static Scalar multiply(ElementType type, Scalar a, Scalar b) {
    return type.isFloat()
        ? RealArithmetic.multiply(type, a, b)
        : IntegerArithmetic.multiply(type, a, b);
  }

  /**
   * Divides; integers round towards zero.
   *
   * @param type type of both operands and of the result
   * @param a dividend
   * @param b divisor
   * @return a / b; unknown for an integer divided by 0
   */
  public static Scalar divide(ElementType type, Scalar a, Scalar b) {
    return type.isFloat()
        ? RealArithmetic.divide(type, a, b)
        : IntegerArithmetic.divide(type, a, b);
  }

  /**
   * What a division that rounds down leaves over; it has the sign of the divisor.
   *
   * @param type type of both operands and of the result
   * @param a dividend
   * @param b divisor
   * @return a − b · ⌊a / b⌋; unknown for an integer divided by 0
   */
  public static Scalar modulo(ElementType type, Scalar a, Scalar b) {
    return type.isFloat()
        ? RealArithmetic.modulo(type, a, b)
        : IntegerArithmetic.modulo(type, a, b);
  }

  /**
   * What a division that rounds towards zero leaves over; it has the sign of the dividend, as
   * {@code fmod} of C.
   *
   * @param type type of both operands and of the result
   * @param a dividend
   * @param b divisor
   * @return the remainder; unknown for an integer divided by 0
   */
  public static Scalar remainder(ElementType type, Scalar a, Scalar b) {
    return type.isFloat()
        ? RealArithmetic.remainder(type, a, b)
        : IntegerArithmetic.remainder(type, a, b);
  }

  /**
   * Raises to a power.
   *
   * @param type type of the base and of the result
   * @param base the base
   * @param exponent the exponent, of any numeric type
   * @return base to the power of exponent
   */
  public static Scalar power(ElementType type, Scalar base, Scalar exponent) {
    return type.isFloat()
        ? RealArithmetic.power(type, base, exponent)
        : IntegerArithmetic.power(type, base, exponent);
  }

  /**
   * The lesser of two elements.
   *
   * @param type type of both operands and of the result
   * @param a an element
   * @param b an element
   * @return the minimum
   */
  public static Scalar min(ElementType type, Scalar a, Scalar b) {
    return type.isFloat() ? RealArithmetic.min(a, b) : IntegerArithmetic.min(a, b);
  }

  /**
   * The greater of two elements.
   *
   * @param type type of both operands and of the result
   * @param a an element
   * @param b an element
   * @return the maximum
   */
  public static Scalar max(ElementType type, Scalar a, Scalar b) {
    return type.isFloat() ? RealArithmetic.max(a, b) : IntegerArithmetic.max(a, b);
  }

  /**
   * Changes the sign.
   *
   * @param type type of operand and result
   * @param a an element
   * @return −a
   */
  public static Scalar negate(ElementType type, Scalar a) {
    return type.isFloat() ? RealArithmetic.negate(a) : IntegerArithmetic.negate(type, a);
  }

  /**
   * Takes the sign away.
   *
   * @param type type of operand and result
   * @param a an element
   * @return |a|
   */
  public static Scalar absolute(ElementType type, Scalar a) {
    return type.isFloat()
        ? RealArithmetic.max(a, RealArithmetic.negate(a))
        : IntegerArithmetic.absolute(type, a);
  }

  /**
   * The sign.
   *
   * @param type type of operand and result
   * @param a an element
   * @return −1, 0 or 1
   */
  public static Scalar sign(ElementType type, Scalar a) {
    if (type.isFloat() && a.asDouble().isPresent()) {
      return apply(type, a, Math::signum);
    }
    Scalar zero = Scalar.of(0);
    Optional<Boolean> above = ScalarLogic.less(zero, a).asBoolean();
    Optional<Boolean> below = ScalarLogic.less(a, zero).asBoolean();
    if (above.isEmpty() || below.isEmpty()) {
      return Scalar.UNKNOWN;
    }
    return cast(Scalar.of(above.get() ? 1 : below.get() ? -1 : 0), ElementType.INT64, type);
  }

  /**
   * Rounds down.
   *
   * @param type type of operand and result
   * @param a an element
   * @return the greatest integer that is not above a
   */
  public static Scalar floor(ElementType type, Scalar a) {
    return type.isFloat() ? RealArithmetic.floor(a) : a;
  }

  /**
   * Rounds up.
   *
   * @param type type of operand and result
   * @param a an element
   * @return the least integer that is not below a
   */
  public static Scalar ceil(ElementType type, Scalar a) {
    return type.isFloat() ? RealArithmetic.ceil(a) : a;
  }

  /**
   * Rounds to the nearest integer, halves to the even one.
   *
   * @param type type of operand and result
   * @param a an element
   * @return the nearest integer; unknown for a symbolic fraction that may be a half
   */
  public static Scalar round(ElementType type, Scalar a) {
    return type.isFloat() ? RealArithmetic.round(a) : a;
  }

  /**
   * Square root.
   *
   * @param type type of operand and result
   * @param a an element
   * @return the root; unknown for a symbolic operand
   */
  public static Scalar sqrt(ElementType type, Scalar a) {
    return apply(type, a, Math::sqrt);
  }

  /**
   * Applies a function of real numbers.
   *
   * @param type type of operand and result
   * @param a an element
   * @param function the function
   * @return its value rounded to the type; unknown for a symbolic operand and for other types than
   *     floating point
   */
  public static Scalar apply(ElementType type, Scalar a, DoubleUnaryOperator function) {
    OptionalDouble value = a.asDouble();
    return type.isFloat() && value.isPresent()
        ? FloatRounding.real(type, function.applyAsDouble(value.getAsDouble()))
        : Scalar.UNKNOWN;
  }

  /**
   * Converts from one element type to another; a fraction loses what follows the point.
   *
   * @param a element of type {@code from}
   * @param from type of the operand
   * @param to type of the result
   * @return the converted element; unknown where the standard leaves it open (a number out of
   *     range, a text)
   */
  public static Scalar cast(Scalar a, ElementType from, ElementType to) {
    if (from == to || !a.isKnown()) {
      return a;
    }
    if (from == ElementType.STRING || to == ElementType.STRING) {
      return Scalar.UNKNOWN;
    }
    Scalar number = a.asBoolean().map(value -> Scalar.of(value ? 1 : 0)).orElse(a);
    if (to == ElementType.BOOL) {
      return ScalarLogic.not(ScalarLogic.equal(number, Scalar.of(0)));
    }
    if (to.isFloat()) {
      return RealArithmetic.convert(to, number);
    }
    return IntegerArithmetic.convert(to, number);
  }

  /**
   * Applies a function to the bits of two integers.
   *
   * @param type type of both operands and of the result
   * @param a an integer
   * @param b an integer
   * @param function the function
   * @return its value; unknown for a symbolic operand
   */
  public static Scalar bits(
      ElementType type, Scalar a, Scalar b, BinaryOperator<BigInteger> function) {
    return IntegerArithmetic.bits(type, a, b, function);
  }
}
