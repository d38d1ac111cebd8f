package io.modelcounter.core.operator.elementwise;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.BITWISE;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.DIVIDE;
import static io.modelcounter.cost.WorkKind.ERROR_FUNCTION;
import static io.modelcounter.cost.WorkKind.EXP;
import static io.modelcounter.cost.WorkKind.HYPERBOLIC;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.LOGICAL;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.NEGATE;
import static io.modelcounter.cost.WorkKind.ROUND;
import static io.modelcounter.cost.WorkKind.SQRT;
import static io.modelcounter.cost.WorkKind.TRIGONOMETRIC;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.spi.support.ScalarLogic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** The element-wise family. */
public final class ElementwiseOperators {
  private ElementwiseOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    List<Operator> all = new ArrayList<>();
    all.addAll(arithmetic());
    all.addAll(functions());
    all.addAll(questions());
    all.addAll(bits());
    all.addAll(List.of(new Where(), new Conversion(), new BitCast()));
    return List.copyOf(all);
  }

  private static List<Operator> arithmetic() {
    return List.of(
        BinaryFunction.ofOperands("Add", ADD, ScalarArithmetic::add),
        BinaryFunction.ofOperands("Mul", MULTIPLY, ScalarArithmetic::multiply),
        new BinaryFunction("Sub", ADD, ScalarArithmetic::subtract),
        new BinaryFunction("Div", DIVIDE, ScalarArithmetic::divide),
        new Modulo(),
        new Power(),
        new Combination("Max", COMPARE, ScalarArithmetic::max, false),
        new Combination("Min", COMPARE, ScalarArithmetic::min, false),
        new Combination("Sum", ADD, ScalarArithmetic::add, false),
        new Combination("Mean", ADD, ScalarArithmetic::add, true),
        new Clip());
  }

  private static List<Operator> functions() {
    return List.of(
        new UnaryFunction("Neg", NEGATE, ScalarArithmetic::negate),
        new UnaryFunction("Abs", NEGATE, ScalarArithmetic::absolute),
        new UnaryFunction("Sign", COMPARE, ScalarArithmetic::sign),
        new UnaryFunction("Floor", ROUND, ScalarArithmetic::floor),
        new UnaryFunction("Ceil", ROUND, ScalarArithmetic::ceil),
        new UnaryFunction("Round", ROUND, ScalarArithmetic::round),
        new UnaryFunction("Sqrt", SQRT, ScalarArithmetic::sqrt),
        new UnaryFunction("Reciprocal", DIVIDE, ElementwiseOperators::reciprocal),
        UnaryFunction.real("Exp", EXP, Math::exp),
        UnaryFunction.real("Log", LOG, Math::log),
        UnaryFunction.real("Sin", TRIGONOMETRIC, Math::sin),
        UnaryFunction.real("Cos", TRIGONOMETRIC, Math::cos),
        UnaryFunction.real("Tan", TRIGONOMETRIC, Math::tan),
        UnaryFunction.real("Asin", TRIGONOMETRIC, Math::asin),
        UnaryFunction.real("Acos", TRIGONOMETRIC, Math::acos),
        UnaryFunction.real("Atan", TRIGONOMETRIC, Math::atan),
        UnaryFunction.real("Sinh", HYPERBOLIC, Math::sinh),
        UnaryFunction.real("Cosh", HYPERBOLIC, Math::cosh),
        UnaryFunction.real("Tanh", HYPERBOLIC, Math::tanh),
        UnaryFunction.real("Asinh", HYPERBOLIC, ElementwiseOperators::asinh),
        UnaryFunction.real("Acosh", HYPERBOLIC, x -> Math.log(x + Math.sqrt(x * x - 1))),
        UnaryFunction.real("Atanh", HYPERBOLIC, x -> Math.log((1 + x) / (1 - x)) / 2),
        UnaryFunction.withoutValue("Erf", ERROR_FUNCTION));
  }

  private static List<Operator> questions() {
    return List.of(
        new Predicate("Equal", COMPARE, ScalarLogic::equal),
        new Predicate("Greater", COMPARE, ScalarLogic::greater),
        new Predicate("GreaterOrEqual", COMPARE, ScalarLogic::greaterOrEqual),
        new Predicate("Less", COMPARE, ScalarLogic::less),
        new Predicate("LessOrEqual", COMPARE, ScalarLogic::lessOrEqual),
        new Predicate("And", LOGICAL, ScalarLogic::and),
        new Predicate("Or", LOGICAL, ScalarLogic::or),
        new Predicate("Xor", LOGICAL, ScalarLogic::xor),
        new UnaryFunction("Not", LOGICAL, (type, element) -> ScalarLogic.not(element)),
        new Property("IsNaN", call -> Double::isNaN),
        Property.isInfinite());
  }

  private static List<Operator> bits() {
    return List.of(
        new BitShift(),
        bitwise("BitwiseAnd", BigInteger::and),
        bitwise("BitwiseOr", BigInteger::or),
        bitwise("BitwiseXor", BigInteger::xor),
        new UnaryFunction(
            "BitwiseNot",
            BITWISE,
            (type, element) ->
                ScalarArithmetic.bits(type, element, element, (bits, same) -> bits.not())));
  }

  private static Operator bitwise(String name, BinaryOperator<BigInteger> function) {
    return new BinaryFunction(
        name, BITWISE, (type, a, b) -> ScalarArithmetic.bits(type, a, b, function));
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(Math.log(size + Math.sqrt(size * size + 1)), x);
  }

  private static Scalar reciprocal(ElementType type, Scalar element) {
    return ScalarArithmetic.divide(type, Scalar.real(1), element);
  }
}
