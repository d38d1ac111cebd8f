package io.modelcounter.core.operator.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMultiplicationTest {
  private static final MatrixMultiplication MATMUL = new MatrixMultiplication();
  private static final IntegerMatrixMultiplication INTEGER = new IntegerMatrixMultiplication();
  private static final QuantizedMatrixMultiplication QUANTIZED =
      new QuantizedMatrixMultiplication();

  private static TestCall product(String left, String right) {
    return TestCall.onnx("MatMul", 13).input("float32" + left).input("float32" + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[4, 64]; [64, 10]; [4, 10]; 2560",
        "[64]; [64]; []; 64",
        "[4, 64]; [64]; [4]; 256",
        "[64]; [64, 10]; [10]; 640",
        "[64]; [7, 64, 10]; [7, 10]; 4480",
        "[2, 1, 4, 5]; [1, 3, 5, 6]; [2, 3, 4, 6]; 720",
        "[3, 5, 6]; [6, 2]; [3, 5, 2]; 180",
        "[batch, s, 8]; [batch, 8, s]; [batch, s, s]; 8*batch*s^2",
        "[0, 8]; [8, 4]; [0, 4]; 0",
      })
  void multipliesTheLastTwoAxesAndBroadcastsTheOthers(
      String left, String right, String output, String multiplyAdds) {
    TestCall call = product(left, right);
    assertThat(call.shape(MATMUL)).isEqualTo("float32" + output);
    assertThat(call.count(MATMUL)).hasMultiplyAdds(multiplyAdds);
  }

  @Test
  void startsOneSumPerElementOfTheProduct() {
    assertThat(product("[batch, 4, 64]", "[64, 10]").count(MATMUL))
        .hasWork(WorkKind.SUM_START, ElementType.FLOAT32, "40*batch")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
  }

  @Test
  void takesTheConstantOfTwoSizesThatMustBeEqual() {
    assertThat(product("[4, k]", "[64, 10]").count(MATMUL)).hasMultiplyAdds("2560");
  }

  @Test
  void refusesMatricesThatNeverFit() {
    assertThatThrownBy(() -> product("[4, 64]", "[63, 10]").shape(MATMUL))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[4, 64]")
        .hasMessageContaining("[63, 10]");
    assertThatThrownBy(() -> product("[]", "[4]").shape(MATMUL))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> product("[2, 4, 5]", "[3, 5, 6]").shape(MATMUL))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void takesTheTypeOfTheOperandThatIsKnown() {
    TestCall call = product("[4, 4]", "[4, 4]").withUnknownTypes().stored("float16[4, 4]");
    assertThat(call.infer(MATMUL).get(0)).hasElementType(ElementType.FLOAT16).hasUnknownRank();
    assertThat(call.count(MATMUL)).isUnknown();
  }

  @Test
  void countsAStoredOperandAsParameter() {
    TestCall call = product("[4, 4]", "[4, 4]");
    assertThat(MATMUL.role(call.call(), 0)).isEqualTo(InputRole.PARAMETER);
    assertThat(MATMUL.role(call.call(), 1)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void subtractsTheZeroPointsThatAreThere() {
    TestCall plain = TestCall.onnx("MatMulInteger", 10).input("uint8[4, 8]").stored("int8[8, 2]");
    assertThat(plain.shape(INTEGER)).isEqualTo("int32[4, 2]");
    assertThat(plain.count(INTEGER))
        .hasMultiplyAdds("64")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
    assertThat(plain.stored("uint8[]").count(INTEGER)).hasWork(WorkKind.ADD, "32");
    assertThat(plain.absent().stored("int8[]").count(INTEGER)).hasWork(WorkKind.ADD, "16");
    assertThat(plain.withUnknownRanks().infer(INTEGER).get(0)).hasElementType(ElementType.INT32);
  }

  @Test
  void requantizesEachElementOfAQuantizedProduct() {
    TestCall call =
        TestCall.onnx("QLinearMatMul", 10)
            .input("uint8[2, 4, 8]")
            .stored("float32[]")
            .stored("uint8[]")
            .stored("int8[8, 3]")
            .stored("float32[]")
            .stored("int8[]")
            .stored("float32[]")
            .stored("uint8[]");
    assertThat(call.shape(QUANTIZED)).isEqualTo("uint8[2, 4, 3]");
    assertThat(call.count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "192")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "64")
        .hasWork(WorkKind.ADD, ElementType.INT8, "24")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "24")
        .hasWork(WorkKind.ROUND, ElementType.FLOAT32, "24")
        .hasWork(WorkKind.ADD, ElementType.FLOAT32, "24")
        .hasWork(WorkKind.COMPARE, ElementType.FLOAT32, "48");
    assertThat(QUANTIZED.role(call.call(), 3)).isEqualTo(InputRole.PARAMETER);
    assertThat(QUANTIZED.role(call.call(), 4)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void multipliesKnownMatrices() {
    TensorValue left = integers(new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
    TensorValue right = integers(new long[] {3, 1}, 1, 10, 100);
    TestCall call = TestCall.onnx("MatMul", 13);
    assertThat(call.values(left).values(right).infer(MATMUL).get(0))
        .hasType("int64[2, 1]")
        .hasValue(321, 654);
    assertThat(call.sizes("h", "w").value(2, 3).infer(MATMUL).get(0))
        .hasType("int64[]")
        .hasValue("2*h + 3*w");
    assertThat(call.values(left).input("int64[3, 1]").infer(MATMUL).get(0)).hasNoValue();
  }

  private static TensorValue integers(long[] dims, long... elements) {
    return TensorValue.of(
        ElementType.INT64, dims, Arrays.stream(elements).mapToObj(Scalar::of).toList());
  }
}
