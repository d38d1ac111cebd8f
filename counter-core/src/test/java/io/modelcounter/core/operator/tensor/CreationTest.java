package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.core.operator.tensor.Steps.scalar;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationTest {

  private static TestCall constant() {
    return TestCall.onnx("Constant", 13);
  }

  @Test
  void constantsComeFromAnyOfTheirAttributes() {
    assertThat(infer(constant().attribute("value_int", 3L))).hasType("int64[]").hasValue(3);
    assertThat(infer(constant().attribute("value_ints", 3, 4))).hasValue(3, 4);
    assertThat(infer(constant().attribute("value_float", 0.5))).hasType("float32[]");
    assertThat(infer(constant().attribute("value_floats", 0.5, 1))).hasType("float32[2]");
    assertThat(infer(constant().attribute("value_string", "a"))).hasType("string[]");
    assertThat(infer(constant().attribute("value_strings", AttributeValue.ofStrings(List.of("a")))))
        .hasType("string[1]");
    assertThat(
            infer(
                constant()
                    .attribute("value", TensorSamples.tensor(ElementType.INT32, Scalar.of(9)))))
        .hasType("int32[1]")
        .hasValue(9);
    assertThatThrownBy(() -> infer(constant())).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void whatAnAttributeHoldsDecidesTheTypeOfAConstant() {
    assertThat(infer(constant().attribute("value_float", 3L))).hasType("int64[]").hasValue(3);
    assertThat(infer(constant().attribute("value_int", 0.5))).hasType("float32[]");
    Constant tensor = Constant.sparse("", Types.tensor("float32[3, 4]"));
    assertThatThrownBy(() -> infer(constant().attribute("value_int", AttributeValue.of(tensor))))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("attribute \"value_int\" of Constant holds SPARSE_TENSOR, expected a value");
  }

  @Test
  void sparseConstantsStandForDenseTensors() {
    Constant sparse = Constant.sparse("", Types.tensor("float32[3, 4]"));
    assertThat(infer(constant().attribute("sparse_value", AttributeValue.of(sparse))))
        .hasType("float32[3, 4]")
        .hasNoValue();
  }

  @Test
  void shapeTakesARangeOfSizes() {
    TestCall call = TestCall.onnx("Shape", 15).input("float32[batch, 3, h, w]");
    assertThat(infer(call)).hasValue("batch", "3", "h", "w");
    assertThat(infer(call.attribute("start", 1L).attribute("end", -1L))).hasValue("3", "h");
    assertThat(infer(call.attribute("start", -2L))).hasValue("h", "w");
    assertThat(infer(call.attribute("start", 3L).attribute("end", 1L))).hasType("int64[0]");
    assertThat(infer(call.attribute("end", 10L))).hasType("int64[4]");
    assertThat(infer(TestCall.onnx("Shape", 13).input("float32[?]"))).hasSizes("Y.dim0");
  }

  @Test
  void sizeIsTheNumberOfElements() {
    assertThat(infer(TestCall.onnx("Size", 13).input("float32[batch, 3, h]")))
        .hasType("int64[]")
        .hasValue("3*batch*h");
    assertThat(infer(TestCall.onnx("Size", 13).input("float32[?]")))
        .hasType("int64[]")
        .hasNoValue();
  }

  @Test
  void constantOfShapeHasTheTypeOfItsValue() {
    assertThat(infer(TestCall.onnx("ConstantOfShape", 9).sizes("batch", "3")))
        .hasType("float32[batch, 3]");
    TestCall call =
        TestCall.onnx("ConstantOfShape", 9)
            .attribute("value", TensorSamples.tensor(ElementType.INT64, Scalar.of(5)));
    assertThat(infer(call.value(2))).hasType("int64[2]").hasValue(5, 5);
    assertThat(infer(call.value())).hasType("int64[]").hasValue(5);
    assertThat(infer(call.input("int64[2]"))).hasType("int64[\"Y.dim0\", \"Y.dim1\"]");
    assertThat(infer(call.input("int64[k]"))).hasUnknownRank();
    assertThatThrownBy(() -> infer(call.value(-1))).isInstanceOf(InvalidNodeException.class);
  }

  private static TestCall range(Inferred start, Inferred limit, Inferred delta) {
    return TestCall.onnx("Range", 11).input(start).input(limit).input(delta);
  }

  private static Inferred real(double value) {
    return Inferred.of(TensorValue.scalar(ElementType.FLOAT32, Scalar.real((float) value)));
  }

  @Test
  void rangeCountsItsSteps() {
    assertThat(infer(range(scalar("3"), scalar("10"), scalar("3")))).hasValue(3, 6, 9);
    assertThat(infer(range(scalar("10"), scalar("4"), scalar("-2")))).hasValue(10, 8, 6);
    assertThat(infer(range(scalar("5"), scalar("2"), scalar("1")))).hasSizes("0");
    assertThat(infer(range(scalar("0"), scalar("n"), scalar("1")))).hasSizes("n");
    assertThat(infer(range(scalar("n"), scalar("n + m"), scalar("2"))))
        .hasSizes("floor((m + 1)/2)");
    assertThat(infer(range(scalar("n"), scalar("n + 2"), scalar("1")))).hasValue("n", "n + 1");
    assertThat(infer(range(scalar("0"), scalar("n"), scalar("a - b")))).hasSizes("Y.count");
    assertThat(infer(TestCall.onnx("Range", 11).scalarValue(0).input("int64[]").scalarValue(1)))
        .hasSizes("Y.count");
    assertThatThrownBy(() -> infer(range(scalar("0"), scalar("1"), scalar("0"))))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void rangeOfFloatsIsReckonedInFloats() {
    assertThat(infer(range(real(0), real(1), real(0.1)))).hasType("float32[10]");
    assertThat(infer(range(real(1), real(0), real(-0.5)))).hasValue("1.0", "0.5");
    assertThat(range(real(0), real(4), real(1)).count(Steps.FAMILY)).hasWork(WorkKind.ADD, "4");
  }

  @Test
  void eyeLikeTakesTypeAndShapeOfItsInput() {
    TestCall call = TestCall.onnx("EyeLike", 9).input("int32[n, 4]");
    assertThat(infer(call)).hasType("int32[n, 4]");
    assertThat(infer(call.attribute("dtype", 11L))).hasType("float64[n, 4]");
    assertThatThrownBy(() -> infer(TestCall.onnx("EyeLike", 9).input("int32[4]")))
        .isInstanceOf(InvalidNodeException.class);
  }
}
