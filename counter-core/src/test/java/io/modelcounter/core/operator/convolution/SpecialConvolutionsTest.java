package io.modelcounter.core.operator.convolution;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.CausalConvolution;
import io.modelcounter.spi.operator.QuantizedConvolution;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class SpecialConvolutionsTest {

  @Test
  void accumulatesIntegersInInt32AndSubtractsTheZeroPointsThatAreThere() {
    IntegerConvolution convolution = new IntegerConvolution();
    TestCall call =
        TestCall.onnx("ConvInteger", 10).input("uint8[1, 1, 3, 3]").stored("int8[1, 1, 2, 2]");
    assertThat(call.shape(convolution)).isEqualTo("int32[1, 1, 2, 2]");
    assertThat(call.count(convolution))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "16")
        .hasWork(WorkKind.ADD, "0");
    assertThat(call.absent().stored("int8[1]").count(convolution))
        .hasWork(WorkKind.ADD, ElementType.UINT8, "0")
        .hasWork(WorkKind.ADD, ElementType.INT8, "4");
    assertThat(call.stored("uint8[]").count(convolution))
        .hasWork(WorkKind.ADD, ElementType.UINT8, "9");
  }

  @Test
  void givesAQuantizedConvolutionTheTypeOfItsZeroPoint() {
    QuantizedConvolution convolution = new QuantizedConvolution(OperatorRange.onnx("QLinearConv"));
    TestCall call =
        TestCall.onnx("QLinearConv", 10)
            .input("uint8[batch, 3, 8, 8]")
            .stored("float32[]")
            .stored("uint8[]")
            .stored("uint8[4, 3, 1, 1]")
            .stored("float32[4]")
            .stored("uint8[4]")
            .stored("float32[]")
            .stored("int8[]");
    assertThat(call.shape(convolution)).isEqualTo("int8[batch, 4, 8, 8]");
    assertThat(call.count(convolution))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "768*batch")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "192*batch + 12")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "256*batch")
        .hasWork(WorkKind.ROUND, ElementType.FLOAT32, "256*batch")
        .hasWork(WorkKind.BIAS_ADD, "0");
    assertThat(call.stored("int32[4]").count(convolution))
        .hasWork(WorkKind.BIAS_ADD, ElementType.INT32, "256*batch");
    assertThat(call.withUnknownRanks().shape(convolution)).isEqualTo("int8[?]");
  }

  @Test
  void interpolatesBetweenTheNeighboursOfEveryKernelElement() {
    DeformableConvolution convolution = new DeformableConvolution();
    TestCall call =
        TestCall.onnx("DeformConv", 19)
            .input("float32[1, 2, 4, 4]")
            .stored("float32[3, 2, 3, 3]")
            .input("float32[1, 18, 2, 2]");
    assertThat(call.shape(convolution)).isEqualTo("float32[1, 3, 2, 2]");
    assertThat(call.count(convolution))
        .hasMultiplyAdds("216")
        .hasWork(WorkKind.MULTIPLY, "288")
        .hasWork(WorkKind.ADD, "216")
        .assumes("all channels share");
    assertThat(call.stored("float32[3]").input("float32[1, 9, 2, 2]").count(convolution))
        .hasWork(WorkKind.MULTIPLY, "360")
        .hasWork(WorkKind.BIAS_ADD, "12");
  }

  @Test
  void carriesTheStateOfACausalConvolution() {
    CausalConvolution convolution =
        new CausalConvolution(OperatorRange.onnx("CausalConvWithState"));
    TestCall call =
        TestCall.onnx("CausalConvWithState", 27)
            .input("float32[batch, 64, length]")
            .stored("float32[64, 1, 4]")
            .outputs("output", "state");
    assertThat(call.shapes(convolution))
        .containsExactly("float32[batch, 64, length]", "float32[batch, 64, 3]");
    assertThat(call.count(convolution))
        .hasMultiplyAdds("256*batch*length")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
    assertThat(call.stored("float32[64]").attribute("activation", "swish").count(convolution))
        .hasWork(WorkKind.BIAS_ADD, "64*batch*length")
        .hasWork(WorkKind.EXP, "64*batch*length")
        .hasWork(WorkKind.MULTIPLY, "64*batch*length");
  }

  @Test
  void refusesACausalConvolutionThatDoesNotFit() {
    CausalConvolution convolution =
        new CausalConvolution(OperatorRange.onnx("CausalConvWithState"));
    TestCall call =
        TestCall.onnx("CausalConvWithState", 27)
            .input("float32[1, 64, 10]")
            .stored("float32[32, 1, 4]");
    assertThatThrownBy(() -> convolution.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected [N, C, L]");
  }
}
