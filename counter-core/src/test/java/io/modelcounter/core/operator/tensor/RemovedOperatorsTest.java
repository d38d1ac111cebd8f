package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

/** Operators of early releases that were removed from the standard. */
class RemovedOperatorsTest {
  private static final long INT64 = 7;
  private static final long BOOL = 9;

  private static TestCall constantFill() {
    return TestCall.onnx("ConstantFill", 1).attribute("value", 2.5);
  }

  @Test
  void fillsTheShapeOfTheAttribute() {
    assertThat(infer(constantFill().attribute("shape", 1, 2)))
        .hasType("float32[1, 2]")
        .hasValue("2.5", "2.5");
    assertThat(infer(TestCall.onnx("ConstantFill", 1))).hasType("float32[]").hasValue("0.0");
  }

  @Test
  void fillsTheShapeOfTheInputAndMore() {
    TestCall call = constantFill().input("int64[batch, 3]").attribute("extra_shape", 4, 5);

    assertThat(infer(call)).hasType("float32[batch, 3, 4, 5]");
    assertThat(call.count(Steps.FAMILY)).isFree();
  }

  @Test
  void fillsTheShapeThatTheInputLists() {
    TestCall call =
        TestCall.onnx("ConstantFill", 1)
            .attribute("input_as_shape", 1L)
            .attribute("extra_shape", new long[] {4})
            .attribute("dtype", INT64);

    assertThat(infer(call.sizes("batch", "3"))).hasType("int64[batch, 3, 4]");
    assertThat(infer(call.input("int64[2]"))).hasType("int64[\"Y.dim0\", \"Y.dim1\", 4]");
    assertThat(infer(call.input("int64[n]"))).hasUnknownRankBecause("how many elements");
    assertThat(infer(call.input("int64[n]").withUnknownRanks()))
        .hasElementType(ElementType.INT64)
        .hasUnknownRank();
  }

  @Test
  void fillsWithTheValueInItsType() {
    TestCall call = constantFill().attribute("shape", new long[] {2});

    assertThat(infer(call.attribute("dtype", INT64))).hasType("int64[2]").hasValue(2, 2);
    assertThat(infer(call.attribute("dtype", BOOL))).hasValue("true", "true");
  }

  @Test
  void givesTheElementsThatAreListed() {
    TestCall call = TestCall.onnx("GivenTensorFill", 1).attribute("values", 1.5, 2, 3, 4);

    assertThat(infer(call.attribute("shape", 2, 2)))
        .hasType("float32[2, 2]")
        .hasValue("1.5", "2.0", "3.0", "4.0");
    assertThat(infer(call.input("float16[4]"))).hasType("float16[4]");
    assertThat(infer(call.value(2, 2).attribute("input_as_shape", 1L))).hasType("float32[2, 2]");
    assertThat(infer(call.input("float32[n]"))).hasType("float32[n]").hasNoValue();
    assertThat(infer(call.input("float16[4]").withUnknownRanks()))
        .hasElementType(ElementType.FLOAT16)
        .hasUnknownRank();
    assertThat(call.attribute("shape", 2, 2).count(Steps.FAMILY)).isFree();
    assertThatThrownBy(() -> infer(call.attribute("shape", 3, 2)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("values has 4 elements, expected 6");
  }

  private static TestCall embedding(String indices, long... weights) {
    return TestCall.onnx("Embedding", 1)
        .input(indices)
        .attribute("weights", TensorSamples.filled(ElementType.FLOAT16, weights));
  }

  @Test
  void looksUpAVectorForEachIndex() {
    TestCall call = embedding("int64[n]", 8, 100);

    assertThat(infer(call)).hasType("float16[n, 8]");
    assertThat(infer(call.attribute("output_dim", 8L))).hasType("float16[n, 8]");
    assertThat(infer(call.withUnknownRanks())).hasElementType(ElementType.FLOAT16).hasUnknownRank();
    assertThat(call.count(Steps.FAMILY)).isFree();
    Traffic traffic = Steps.FAMILY.traffic(embedding("int64[5]", 8, 100).call(Steps.FAMILY));
    assertThat(traffic.readBytes()).hasToString("120");
    assertThat(traffic.writeBytes()).hasToString("80");
  }

  @Test
  void looksUpInATableOfTwoAxes() {
    assertThatThrownBy(() -> infer(embedding("int64[n]", 8)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("rank 2");
    assertThatThrownBy(() -> infer(TestCall.onnx("Embedding", 1).input("int64[n]")))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("\"weights\" is missing");
  }

  @Test
  void takesThePartOfAnIteration() {
    TestCall call =
        TestCall.onnx("LoopIndexTensor", 1).input("float32[batch, n, 4]").input("int32[]");

    assertThat(infer(call)).hasType("float32[n, 4]");
    assertThat(infer(call.attribute("axis", 1L))).hasType("float32[batch, 4]");
    assertThat(infer(call.attribute("axis", -1L))).hasType("float32[batch, n]");
    assertThat(call.count(Steps.FAMILY)).isFree();
    assertThatThrownBy(() -> infer(call.attribute("axis", 3L)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void slicesByInputsWithoutSteps() {
    TestCall call = TestCall.onnx("DynamicSlice", 1).input("float32[batch, 10]");

    assertThat(infer(call.value(0, 1).value(Integer.MAX_VALUE, -1))).hasType("float32[batch, 8]");
    assertThat(infer(call.value(2).value(5).value(1))).hasType("float32[batch, 3]");
    assertThat(call.value(0).value(1).count(Steps.FAMILY)).isFree();
  }
}
