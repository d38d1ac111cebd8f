package io.modelcounter.core.operator.quantization;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.Dequantize;
import io.modelcounter.spi.operator.Quantize;
import io.modelcounter.tck.TestCall;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizationOperatorsTest {
  private static final Quantize QUANTIZE = new Quantize(OperatorRange.onnx("QuantizeLinear"));
  private static final Dequantize DEQUANTIZE =
      new Dequantize(OperatorRange.onnx("DequantizeLinear"));
  private static final DynamicQuantize DYNAMIC = new DynamicQuantize();

  private static TensorValue reals(long[] dims, double... values) {
    return TensorValue.of(
        ElementType.FLOAT32, dims, Arrays.stream(values).mapToObj(Scalar::real).toList());
  }

  private static TensorValue integers(ElementType type, long[] dims, long... values) {
    return TensorValue.of(type, dims, Arrays.stream(values).mapToObj(Scalar::of).toList());
  }

  private static long[] dims(long... dims) {
    return dims;
  }

  @Test
  void takesTheTypeOfTheZeroPointThenTheAttributeThenUint8() {
    TestCall call = TestCall.onnx("QuantizeLinear", 21).input("float32[n, 4]").stored("float32[]");
    assertThat(call.shape(QUANTIZE)).isEqualTo("uint8[n, 4]");
    assertThat(call.stored("int16[]").shape(QUANTIZE)).isEqualTo("int16[n, 4]");
    assertThat(call.attribute("output_dtype", 17L).shape(QUANTIZE)).isEqualTo("float8e4m3fn[n, 4]");
  }

  @Test
  void dividesRoundsShiftsAndBoundsEveryElement() {
    TestCall call = TestCall.onnx("QuantizeLinear", 13).input("float32[n, 4]").stored("float32[]");
    assertThat(call.stored("int8[]").count(QUANTIZE))
        .hasWork(WorkKind.DIVIDE, "4*n")
        .hasWork(WorkKind.ROUND, "4*n")
        .hasWork(WorkKind.ADD, "4*n")
        .hasWork(WorkKind.COMPARE, "8*n");
    assertThat(call.count(QUANTIZE)).hasWork(WorkKind.ADD, "0");
    assertThat(call.stored("float8e5m2[]").count(QUANTIZE))
        .hasWork(WorkKind.ROUND, "0")
        .hasWork(WorkKind.CONVERT, "4*n");
  }

  @Test
  void dequantizesIntoTheTypeOfTheScaleOrTheAttribute() {
    TestCall call = TestCall.onnx("DequantizeLinear", 23).input("int8[n, 4]").stored("float16[]");
    assertThat(call.shape(DEQUANTIZE)).isEqualTo("float16[n, 4]");
    assertThat(call.attribute("output_dtype", 1L).shape(DEQUANTIZE)).isEqualTo("float32[n, 4]");
    assertThat(call.count(DEQUANTIZE))
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT16, "4*n")
        .hasOnlyWork(WorkKind.MULTIPLY);
    assertThat(call.stored("int8[]").count(DEQUANTIZE)).hasWork(WorkKind.ADD, "4*n");
  }

  @Test
  void roundsHalvesToEvenAndSaturates() {
    TestCall call =
        TestCall.onnx("QuantizeLinear", 13)
            .values(reals(dims(6), 0, 1, 3, 5, 1000, -1000))
            .values(TensorValue.scalar(ElementType.FLOAT32, Scalar.real(2)));
    TensorValue zero = TensorValue.scalar(ElementType.INT8, Scalar.of(1));
    assertThat(call.values(zero).infer(QUANTIZE).get(0)).hasValue(1, 1, 3, 3, 127, -128);
    assertThat(call.infer(QUANTIZE).get(0)).hasValue(0, 0, 2, 2, 255, 0);
  }

  @ParameterizedTest
  @CsvSource({"6, -2147483648", "12, 0", "7, -3000000000", "13, 0"})
  void saturatesInTheRangeOfWideTypes(long type, long least) {
    TestCall call =
        TestCall.onnx("QuantizeLinear", 21)
            .values(reals(dims(1), -3_000_000_000.0))
            .values(TensorValue.scalar(ElementType.FLOAT32, Scalar.real(1)))
            .attribute("output_dtype", type);
    assertThat(call.infer(QUANTIZE).get(0)).hasValue(least);
  }

  @Test
  void usesTheScaleOfAnAxis() {
    TestCall call =
        TestCall.onnx("DequantizeLinear", 13)
            .values(integers(ElementType.UINT8, dims(2, 2), 10, 20, 30, 40))
            .values(reals(dims(2), 0.5, 2))
            .values(integers(ElementType.UINT8, dims(2), 10, 0));
    assertThat(call.infer(DEQUANTIZE).get(0)).hasValue("0.0", "40.0", "10.0", "80.0");
    assertThat(call.attribute("axis", 0L).infer(DEQUANTIZE).get(0))
        .hasValue("0.0", "5.0", "60.0", "80.0");
  }

  @Test
  void usesTheScaleOfABlock() {
    TestCall call =
        TestCall.onnx("DequantizeLinear", 21)
            .values(integers(ElementType.INT4, dims(2, 3), 1, 2, 3, 4, 5, 6))
            .values(reals(dims(2, 2), 1, 10, 100, 1000))
            .attribute("block_size", 2L);
    assertThat(call.infer(DEQUANTIZE).get(0))
        .hasValue("1.0", "2.0", "30.0", "400.0", "500.0", "6000.0");
  }

  @Test
  void hasNoValueWithoutTheScale() {
    TestCall call = TestCall.onnx("DequantizeLinear", 13).value(1, 2).stored("float32[]");
    assertThat(call.infer(DEQUANTIZE).get(0)).hasNoValue();
  }

  @Test
  void refusesScalesThatDoNotFitTheAxis() {
    assertThatThrownBy(
            () ->
                TestCall.onnx("QuantizeLinear", 13)
                    .input("float32[1, 3, 2]")
                    .stored("float32[2]")
                    .shape(QUANTIZE))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("2 scales for an axis of 3");
  }

  @Test
  void findsScaleAndZeroPointFromTheElements() {
    TestCall call =
        TestCall.onnx("DynamicQuantizeLinear", 11)
            .input("float32[n, 4]")
            .outputs("y", "y_scale", "y_zero_point");
    assertThat(call.shapes(DYNAMIC)).containsExactly("uint8[n, 4]", "float32[]", "uint8[]");
    assertThat(call.count(DYNAMIC))
        .hasWork(WorkKind.COMPARE, "16*n + 2")
        .hasWork(WorkKind.DIVIDE, "4*n + 2")
        .hasWork(WorkKind.ADD, "4*n + 2")
        .hasWork(WorkKind.ROUND, "4*n + 1");
    assertThat(call.withUnknownRanks().count(DYNAMIC)).isUnknown();
  }
}
