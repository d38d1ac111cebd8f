package io.modelcounter.core.operator.reduction;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class ReductionOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ReductionOperators.all());

  private static Inferred output(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  private static TensorValue matrix(long rows, long columns, long... elements) {
    return TensorValue.of(
        ElementType.INT64,
        new long[] {rows, columns},
        Arrays.stream(elements).mapToObj(Scalar::of).toList());
  }

  private static Inferred unknownAxes(TestCall call) {
    return output(call.input("int64[1]"));
  }

  @Test
  void reducesAxesOfTheInputOrTheAttribute() {
    TestCall input = TestCall.onnx("ReduceMean", 18).input("float32[batch, 3, h, w]");
    assertThat(output(input.value(-1, 2))).hasType("float32[batch, 3, 1, 1]");
    assertThat(output(input.value(1).attribute("keepdims", 0L))).hasType("float32[batch, h, w]");
    TestCall attribute = TestCall.onnx("ReduceMean", 11).input("float32[batch, 3, h, w]");
    assertThat(output(attribute.attribute("axes", 2, 3))).hasType("float32[batch, 3, 1, 1]");
  }

  @Test
  void reducesEveryAxisIfNoneIsGiven() {
    TestCall call = TestCall.onnx("ReduceSum", 13).input("float32[batch, 3]");
    assertThat(output(call)).hasType("float32[1, 1]");
    assertThat(output(call.value())).hasType("float32[1, 1]");
    assertThat(output(call.attribute("keepdims", 0L))).hasType("float32[]");
    assertThat(output(call.attribute("noop_with_empty_axes", 1L))).hasType("float32[batch, 3]");
  }

  @Test
  void aFullReductionOfAnUnknownShapeIsAScalar() {
    TestCall call = TestCall.onnx("ReduceMax", 13).input("float32[?]").attribute("keepdims", 0L);
    assertThat(output(call)).hasType("float32[]");
    assertThat(call.count(FAMILY)).isUnknown();
  }

  @Test
  void keepsTheRankIfTheAxesAreUnknown() {
    TestCall call = TestCall.onnx("ReduceSum", 13).input("float32[4, 5]");
    assertThat(unknownAxes(call)).hasType("float32[Y.dim0, Y.dim1]");
    assertThat(unknownAxes(call.attribute("keepdims", 0L))).hasType("float32[Y.dim0]");
    assertThat(output(call.input("int64[n]").attribute("keepdims", 0L))).hasUnknownRank();
    assertThatThrownBy(() -> output(call.input("int64[3]").attribute("keepdims", 0L)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void countsOneCombinationLessThanAGroupHasElements() {
    TestCall call = TestCall.onnx("ReduceSum", 13).input("float32[batch, 10, h]").value(1, 2);
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.ADD, "10*batch*h - batch")
        .hasOnlyWork(WorkKind.ADD);
  }

  @Test
  void countsWhatIsDoneBeforeAndAfterwards() {
    TestCall norm = TestCall.onnx("ReduceL2", 18).input("float32[4, 10]").value(1);
    assertThat(norm.count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "40")
        .hasWork(WorkKind.ADD, "36")
        .hasWork(WorkKind.SQRT, "4");
    TestCall mean = TestCall.onnx("ReduceMean", 18).input("float32[4, 10]").value(1);
    assertThat(mean.count(FAMILY)).hasWork(WorkKind.ADD, "36").hasWork(WorkKind.DIVIDE, "4");
    TestCall logSumExp = TestCall.onnx("ReduceLogSumExp", 18).input("float32[4, 10]").value(1);
    assertThat(logSumExp.count(FAMILY))
        .hasWork(WorkKind.EXP, "40")
        .hasWork(WorkKind.ADD, "36")
        .hasWork(WorkKind.LOG, "4");
    TestCall absolute = TestCall.onnx("ReduceL1", 18).input("float32[4, 10]").value(1);
    assertThat(absolute.count(FAMILY)).hasWork(WorkKind.NEGATE, "40").hasWork(WorkKind.ADD, "36");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReduceSum", "ReduceMean", "ReduceProd", "ReduceMax", "ReduceMin"})
  void combiningAlongNoAxesIsFree(String name) {
    TestCall call = noAxes(name);
    assertThat(output(call)).hasType("float32[4, 10]");
    assertThat(call.count(FAMILY)).isFree();
    assertThat(call.value().count(FAMILY)).isFree();
  }

  @ParameterizedTest
  @CsvSource({
    "ReduceL1, NEGATE, NEGATE",
    "ReduceL2, MULTIPLY, SQRT",
    "ReduceSumSquare, MULTIPLY, MULTIPLY",
    "ReduceLogSum, LOG, LOG",
    "ReduceLogSumExp, EXP, LOG"
  })
  void functionsAreAppliedAlsoAlongNoAxes(String name, WorkKind before, WorkKind after) {
    assertThat(noAxes(name).count(FAMILY))
        .hasWork(before, "40")
        .hasWork(after, "40")
        .hasOnlyWork(before, after);
  }

  private static TestCall noAxes(String name) {
    return TestCall.onnx(name, 18).input("float32[4, 10]").attribute("noop_with_empty_axes", 1L);
  }

  @Test
  void emptyGroupsAreNoWork() {
    TestCall call = TestCall.onnx("ReduceProd", 18).input("float32[4, 0]").value(1);
    assertThat(output(call)).hasType("float32[4, 1]");
    assertThat(call.count(FAMILY)).hasOnlyWork();
    assertThat(output(TestCall.onnx("ReduceProd", 18).value())).hasValue(1);
  }

  @Test
  void followsValues() {
    assertThat(output(TestCall.onnx("ReduceProd", 18).sizes("batch", "3", "h")))
        .hasType("int64[1]")
        .hasValue("3*batch*h");
    TestCall rows = TestCall.onnx("ReduceSum", 13).values(matrix(2, 3, 1, 2, 3, 4, 5, 6));
    assertThat(output(rows.value(1))).hasType("int64[2, 1]").hasValue(6, 15);
    assertThat(output(rows.value(0).attribute("keepdims", 0L)))
        .hasType("int64[3]")
        .hasValue(5, 7, 9);
    TestCall greatest = TestCall.onnx("ReduceMax", 18).values(matrix(2, 3, 1, 2, 3, 4, 5, 6));
    assertThat(output(greatest.value(1))).hasValue(3, 6);
    TestCall least = TestCall.onnx("ReduceMin", 18).sizes("h", "h + 1");
    assertThat(output(least)).hasValue("h");
    TestCall mean = TestCall.onnx("ReduceMean", 18).values(matrix(1, 4, 1, 2, 3, 4));
    assertThat(output(mean.value(1))).hasValue(2);
  }

  @Test
  void followsNormsOfIntegers() {
    TestCall norm = TestCall.onnx("ReduceL1", 18).values(matrix(2, 2, 1, -2, -3, 4));
    assertThat(output(norm.value(1))).hasValue(3, 7);
    assertThat(output(TestCall.onnx("ReduceL1", 18).sizes("batch", "3"))).hasValue("batch + 3");
    TestCall squares = TestCall.onnx("ReduceSumSquare", 18).values(matrix(2, 2, 1, -2, -3, 4));
    assertThat(output(squares.value(1))).hasValue(5, 25);
    assertThat(output(TestCall.onnx("ReduceSumSquare", 18).sizes("n"))).hasValue("n^2");
    assertThat(output(TestCall.onnx("ReduceL1", 18).values(matrix(0, 2)).value(0)))
        .hasType("int64[1, 2]")
        .hasValue(0, 0);
  }

  @Test
  void followsNormsOfReals() {
    TensorValue values =
        TensorValue.vector(
            ElementType.FLOAT32, List.of(Scalar.real(3), Scalar.real(-4), Scalar.real(0)));
    assertThat(output(TestCall.onnx("ReduceL2", 18).values(values))).hasValue("5.0");
    TensorValue ones =
        TensorValue.vector(ElementType.FLOAT64, List.of(Scalar.real(0.5), Scalar.real(0.5)));
    assertThat(output(TestCall.onnx("ReduceLogSum", 18).values(ones))).hasValue("0.0");
    TensorValue zero = TensorValue.vector(ElementType.FLOAT64, List.of(Scalar.real(0)));
    assertThat(output(TestCall.onnx("ReduceLogSumExp", 18).values(zero))).hasValue("0.0");
  }

  @Test
  void reducesTruthValues() {
    TensorValue values =
        TensorValue.vector(
            ElementType.BOOL, Arrays.asList(Scalar.of(false), Scalar.of(true), Scalar.UNKNOWN));
    assertThat(output(TestCall.onnx("ReduceMax", 20).values(values))).hasValue("true");
    assertThat(output(TestCall.onnx("ReduceMin", 20).values(values))).hasValue("false");
  }

  @Test
  void positionsOfExtremesAreIntegers() {
    TestCall call = TestCall.onnx("ArgMax", 13).input("float32[batch, 10]");
    assertThat(output(call.attribute("axis", 1L))).hasType("int64[batch, 1]");
    assertThat(output(call.attribute("axis", -1L).attribute("keepdims", 0L)))
        .hasType("int64[batch]");
    assertThat(call.attribute("axis", 1L).count(FAMILY)).hasWork(WorkKind.COMPARE, "9*batch");
    assertThat(output(call.withUnknownRanks())).hasElementType(ElementType.INT64);
  }

  @Test
  void findsThePlacesOfExtremes() {
    TestCall greatest = TestCall.onnx("ArgMax", 13).values(matrix(2, 3, 1, 5, 5, 4, 2, 3));
    assertThat(output(greatest.attribute("axis", 1L))).hasType("int64[2, 1]").hasValue(1, 0);
    assertThat(output(greatest.attribute("axis", 1L).attribute("select_last_index", 1L)))
        .hasValue(2, 0);
    assertThat(output(greatest.attribute("axis", 0L).attribute("keepdims", 0L)))
        .hasType("int64[3]")
        .hasValue(1, 0, 0);
    TestCall least = TestCall.onnx("ArgMin", 13).sizes("h + 2", "h", "h + 1");
    assertThat(output(least)).hasValue(1);
    assertThat(output(TestCall.onnx("ArgMin", 13).sizes("h", "w"))).hasNoValue();
  }

  @Test
  void findsTheFirstOnesInOrder() {
    TestCall call = TestCall.onnx("TopK", 11).values(matrix(2, 4, 7, 9, 9, 1, 3, 4, 2, 8)).value(3);
    assertThat(call.infer(FAMILY).get(0)).hasType("int64[2, 3]").hasValue(9, 9, 7, 8, 4, 3);
    assertThat(call.infer(FAMILY).get(1)).hasType("int64[2, 3]").hasValue(1, 2, 0, 3, 1, 0);
    assertThat(call.attribute("largest", 0L).infer(FAMILY).get(1)).hasValue(3, 0, 1, 2, 0, 1);
    TestCall columns =
        TestCall.onnx("TopK", 11)
            .values(matrix(3, 2, 1, 6, 5, 2, 3, 4))
            .value(2)
            .attribute("axis", 0L);
    assertThat(columns.infer(FAMILY).get(0)).hasType("int64[2, 2]").hasValue(5, 6, 3, 4);
    assertThat(TestCall.onnx("TopK", 11).sizes("h", "w").value(1).infer(FAMILY).get(0))
        .hasNoValue();
  }

  @Test
  void cumulatesAlongAnAxis() {
    TestCall call = TestCall.onnx("CumSum", 14).values(matrix(2, 3, 1, 2, 3, 4, 5, 6));
    assertThat(output(call.scalarValue(1))).hasValue(1, 3, 6, 4, 9, 15);
    assertThat(output(call.scalarValue(0))).hasValue(1, 2, 3, 5, 7, 9);
    assertThat(output(call.scalarValue(1).attribute("exclusive", 1L))).hasValue(0, 1, 3, 0, 4, 9);
    assertThat(output(call.scalarValue(-1).attribute("reverse", 1L))).hasValue(6, 5, 3, 15, 11, 6);
    assertThat(output(TestCall.onnx("CumProd", 26).sizes("a", "b", "2").scalarValue(0)))
        .hasValue("a", "a*b", "2*a*b");
    assertThat(call.scalarValue(1).count(FAMILY)).hasWork(WorkKind.ADD, "4");
    TestCall exclusive = call.scalarValue(1).attribute("exclusive", 1L);
    assertThat(exclusive.count(FAMILY)).hasWork(WorkKind.ADD, "2");
    assertThat(exclusive.count(FAMILY).formula().text())
        .isEqualTo("rows * (n - 2) with rows = 2, n = 3");
    TestCall single = TestCall.onnx("CumSum", 14).input("float32[5, 1]").scalarValue(1);
    assertThat(single.attribute("exclusive", 1L).count(FAMILY)).hasOnlyWork();
  }

  @Test
  void cumulationAlongAnUnknownAxisIsBounded() {
    TestCall call = TestCall.onnx("CumSum", 14).input("float32[batch, 5]").input("int64[]");
    assertThat(output(call)).hasType("float32[batch, 5]");
    assertThat(call.count(FAMILY)).hasWorkBetween(WorkKind.ADD, "0", "5*batch");
  }

  @Test
  void topKKeepsKElements() {
    TestCall call = TestCall.onnx("TopK", 11).input("float32[batch, 100]").outputs("v", "i");
    assertThat(call.value(5).shapes(FAMILY))
        .containsExactly("float32[batch, 5]", "int64[batch, 5]");
    assertThat(call.input("int64[1]").shapes(FAMILY))
        .containsExactly("float32[batch, v.k]", "int64[batch, v.k]");
    assertThat(call.value(5).count(FAMILY))
        .hasWork(WorkKind.COMPARE, "100*batch")
        .assumes("not counted");
    assertThatThrownBy(() -> call.value(101).shapes(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
    TestCall old = TestCall.onnx("TopK", 1).input("float32[9, 4]").outputs("v", "i");
    assertThat(old.attribute("k", 3L).attribute("axis", 0L).shapes(FAMILY))
        .containsExactly("float32[3, 4]", "int64[3, 4]");
    assertThat(call.value(5).withUnknownRank(0).infer(FAMILY).get(1))
        .hasElementType(ElementType.INT64);
  }
}
