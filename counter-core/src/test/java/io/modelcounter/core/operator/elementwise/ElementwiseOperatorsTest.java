package io.modelcounter.core.operator.elementwise;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementwiseOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ElementwiseOperators.all());

  private static Inferred output(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  private static Cost cost(TestCall call) {
    return call.count(FAMILY);
  }

  private static TensorValue floats(double... elements) {
    return TensorValue.vector(
        ElementType.FLOAT32, Arrays.stream(elements).mapToObj(Scalar::real).toList());
  }

  @Test
  void broadcastsOperandsInBothDirections() {
    TestCall call = TestCall.onnx("Add", 14).input("float32[batch, 1, 5]").input("float32[4, 1]");
    assertThat(output(call)).hasType("float32[batch, 4, 5]");
    assertThat(cost(call)).hasWork(WorkKind.ADD, "20*batch").hasOnlyWork(WorkKind.ADD);
  }

  @Test
  void stretchesTheSecondOperandInOldVersions() {
    TestCall call =
        TestCall.onnx("Mul", 6)
            .input("float32[2, 3, 4]")
            .input("float32[3]")
            .attribute("broadcast", 1L)
            .attribute("axis", 1L);
    assertThat(output(call)).hasType("float32[2, 3, 4]");
    assertThat(cost(call)).hasWork(WorkKind.MULTIPLY, "24");
  }

  @Test
  void alignsOldOperandsAtTheAxis() {
    TensorValue rows =
        TensorValue.of(
            ElementType.FLOAT32,
            new long[] {2, 2},
            List.of(Scalar.real(1), Scalar.real(2), Scalar.real(3), Scalar.real(4)));
    TestCall call =
        TestCall.onnx("Sub", 6)
            .values(rows)
            .values(floats(1, 2))
            .attribute("broadcast", 1L)
            .attribute("axis", 0L);
    assertThat(output(call)).hasValue("0.0", "1.0", "1.0", "2.0");
  }

  @Test
  void refusesOperandsThatNeverFit() {
    TestCall call = TestCall.onnx("Add", 14).input("float32[2, 3]").input("float32[4]");
    assertThatThrownBy(() -> output(call)).isInstanceOf(InvalidNodeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Mod", "Pow", "Equal", "BitShift"})
  void refusesAnAbsentSecondOperandBesideAnUnknownFirst(String name) {
    for (int version : new int[] {1, 19}) {
      TestCall call = TestCall.onnx(name, version).input("int64[?]");
      assertThatThrownBy(() -> output(call))
          .as(call.toString())
          .isInstanceOf(InvalidNodeException.class);
    }
  }

  @Test
  void operandsOfAddAndMulMayBeLearned() {
    TestCall add = TestCall.onnx("Add", 14).input("float32[4]").stored("float32[4]");
    TestCall sub = TestCall.onnx("Sub", 14).input("float32[4]").stored("float32[4]");
    assertThat(FAMILY.role(add.call(FAMILY), 1)).isEqualTo(InputRole.OPERAND);
    assertThat(FAMILY.role(sub.call(FAMILY), 1)).isEqualTo(InputRole.CONSTANT);
  }

  @ParameterizedTest
  @CsvSource({
    "Neg, NEGATE", "Abs, NEGATE", "Sign, COMPARE", "Floor, ROUND", "Sqrt, SQRT",
    "Reciprocal, DIVIDE", "Exp, EXP", "Log, LOG", "Sin, TRIGONOMETRIC", "Atan, TRIGONOMETRIC",
    "Tanh, HYPERBOLIC", "Acosh, HYPERBOLIC", "Erf, ERROR_FUNCTION", "IsInf, COMPARE"
  })
  void functionsDoOneUnitOfWorkAnElement(String name, WorkKind kind) {
    Cost cost = cost(TestCall.onnx(name, 13).input("float32[batch, 6]"));
    assertThat(cost).hasWork(kind, "6*batch").hasOnlyWork(kind);
  }

  @Test
  void functionsKeepAnUnknownRank() {
    Inferred output = output(TestCall.onnx("Sqrt", 13).input("float16[?]"));
    assertThat(output).hasElementType(ElementType.FLOAT16).hasUnknownRank();
    assertThat(cost(TestCall.onnx("Sqrt", 13).input("float16[?]"))).isUnknown();
  }

  @Test
  void questionsGiveTruthValues() {
    TestCall call = TestCall.onnx("Equal", 19).sizes("batch", "4").value(-1, 4);
    assertThat(output(call)).hasType("bool[2]").hasValue("false", "true");
    assertThat(output(call.withUnknownRank(0))).hasElementType(ElementType.BOOL).hasUnknownRank();
    assertThat(cost(call)).hasWork(WorkKind.COMPARE, ElementType.INT64, "2");
  }

  @Test
  void followsShapeArithmetic() {
    assertThat(output(TestCall.onnx("Div", 14).sizes("h").scalarValue(2))).hasValue("floor(h/2)");
    assertThat(output(TestCall.onnx("Mod", 13).sizes("2*h + 1").scalarValue(2))).hasValue("1");
    assertThat(output(TestCall.onnx("Max", 13).sizes("h").scalarValue(1))).hasValue("h");
    assertThat(output(TestCall.onnx("Pow", 15).sizes("h").scalarValue(2))).hasValue("h^2");
    assertThat(output(TestCall.onnx("Neg", 13).sizes("h"))).hasValue("-h");
  }

  @Test
  void modTakesTheSignOfTheDividendWithFmod() {
    TestCall call = TestCall.onnx("Mod", 13).values(floats(-7)).values(floats(3));
    assertThat(output(call.attribute("fmod", 1L))).hasValue("-1.0");
  }

  @Test
  void squaresAreMultiplications() {
    TestCall call = TestCall.onnx("Pow", 15).input("float32[8]");
    assertThat(cost(call.values(floats(2)))).hasOnlyWork(WorkKind.MULTIPLY);
    assertThat(cost(call.values(floats(0.5)))).hasOnlyWork(WorkKind.SQRT);
    assertThat(cost(call.values(floats(3)))).hasOnlyWork(WorkKind.POWER);
    assertThat(cost(call.input("float32[]"))).hasWork(WorkKind.POWER, "8");
  }

  @Test
  void powKeepsTheTypeOfTheBase() {
    TestCall call = TestCall.onnx("Pow", 15).input("int32[3]").input("float32[]");
    assertThat(output(call)).hasType("int32[3]");
  }

  @Test
  void combinesAnyNumberOfOperands() {
    TestCall three =
        TestCall.onnx("Mean", 13).input("float32[batch, 2]").input("float32[2]").input("float32[]");
    assertThat(output(three)).hasType("float32[batch, 2]");
    assertThat(cost(three))
        .hasWork(WorkKind.ADD, "4*batch")
        .hasWork(WorkKind.DIVIDE, "2*batch")
        .hasOnlyWork(WorkKind.ADD, WorkKind.DIVIDE);
    assertThat(output(TestCall.onnx("Mean", 13).values(floats(1)).values(floats(4))))
        .hasValue("2.5");
    assertThat(cost(TestCall.onnx("Sum", 13).input("float32[7]"))).hasOnlyWork();
  }

  @Test
  void clipComparesWithTheBoundsThatAreThere() {
    TestCall attributes =
        TestCall.onnx("Clip", 6).input("float32[10]").attribute("min", 0.0).attribute("max", 6.0);
    TestCall onlyMaximum = TestCall.onnx("Clip", 13).input("float32[10]").absent().value(6);
    assertThat(cost(attributes)).hasWork(WorkKind.COMPARE, "20");
    assertThat(cost(onlyMaximum)).hasWork(WorkKind.COMPARE, "10");
    assertThat(cost(TestCall.onnx("Clip", 13).input("float32[10]"))).isFree();
    assertThat(output(TestCall.onnx("Clip", 13).sizes("h", "-h").scalarValue(0)))
        .hasValue("h", "0");
    assertThat(output(TestCall.onnx("Clip", 13).value(9, 2).absent().scalarValue(6)))
        .hasValue(6, 2);
    assertThat(output(TestCall.onnx("Clip", 6).values(floats(-1, 7)).attribute("max", 6.0)))
        .hasValue("-1.0", "6.0");
  }

  @Test
  void whereChoosesWhatIsKnown() {
    TensorValue condition =
        TensorValue.vector(
            ElementType.BOOL, List.of(Scalar.of(true), Scalar.of(false), Scalar.UNKNOWN));
    TestCall call =
        TestCall.onnx("Where", 16).values(condition).sizes("a", "b", "c").sizes("d", "e", "c");
    assertThat(output(call)).hasType("int64[3]").hasValue("a", "e", "c");
    assertThat(cost(call)).hasWork(WorkKind.SELECT, ElementType.INT64, "3");
    assertThat(output(call.withUnknownRank(0))).hasElementType(ElementType.INT64);
  }

  @Test
  void castsByNumberAndByName() {
    TestCall call = TestCall.onnx("Cast", 13).sizes("h").attribute("to", 1L);
    assertThat(output(call)).hasType("float32[1]");
    assertThat(cost(call)).hasWork(WorkKind.CONVERT, ElementType.FLOAT32, "1");
    TestCall old = TestCall.onnx("Cast", 1).input("float32[2]").attribute("to", "DOUBLE");
    assertThat(output(old)).hasType("float64[2]");
    assertThat(output(old.attribute("to", "INT64"))).hasType("int64[2]");
    assertThatThrownBy(() -> output(old.attribute("to", "NUMBER")))
        .isInstanceOf(InvalidNodeException.class);
    assertThat(cost(TestCall.onnx("CastLike", 15).input("float32[2]").input("float32[]"))).isFree();
  }

  @Test
  void bitCastMovesNothing() {
    TestCall call = TestCall.onnx("BitCast", 26).input("float32[h]").attribute("to", 6L);
    assertThat(output(call)).hasType("int32[h]");
    assertThat(cost(call)).isFree();
    assertThat(FAMILY.traffic(call.call(FAMILY))).isEqualTo(Traffic.NONE);
    assertThatThrownBy(() -> output(call.attribute("to", 7L)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void worksOnBits() {
    TestCall and = TestCall.onnx("BitwiseAnd", 18).value(6, 12).value(3, 8);
    assertThat(output(and)).hasValue(2, 8);
    assertThat(output(TestCall.onnx("BitwiseNot", 18).value(0))).hasValue(-1);
    TensorValue bytes =
        TensorValue.vector(ElementType.UINT8, List.of(Scalar.of(200), Scalar.of(3)));
    TensorValue one = TensorValue.scalar(ElementType.UINT8, Scalar.of(1));
    TestCall shift = TestCall.onnx("BitShift", 11).values(bytes).values(one);
    assertThat(output(shift.attribute("direction", "LEFT"))).hasValue(144, 6);
    assertThat(output(shift.attribute("direction", "RIGHT"))).hasValue(100, 1);
    assertThatThrownBy(() -> output(shift)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void asksForInfinitiesAndNotNumbers() {
    TensorValue numbers = floats(Double.NEGATIVE_INFINITY, Double.NaN, Double.POSITIVE_INFINITY, 1);
    TestCall infinite = TestCall.onnx("IsInf", 20).values(numbers);
    assertThat(output(infinite)).hasValue("true", "false", "true", "false");
    assertThat(output(infinite.attribute("detect_negative", 0L)))
        .hasValue("false", "false", "true", "false");
    assertThat(output(TestCall.onnx("IsNaN", 20).values(numbers)))
        .hasValue("false", "true", "false", "false");
  }
}
