package io.modelcounter.onnx.contrib.convolution;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.operator.QuantizedConvolution;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ConvolutionOperatorsTest {
  private static final FusedConvolution FUSED =
      new FusedConvolution("FusedConv", TensorLayout.CHANNELS_FIRST);
  private static final FusedConvolution CHANNELS_LAST =
      new FusedConvolution("NhwcConv", TensorLayout.CHANNELS_LAST);
  private static final QuantizedConvolution QUANTIZED =
      new QuantizedConvolution(Contrib.operator("QLinearConv"));
  private static final DynamicallyPaddedTransposedConvolution TRANSPOSED =
      new DynamicallyPaddedTransposedConvolution();

  @Test
  void appliesTheActivationToEveryOutputElement() {
    // 8 * 32 * 32 = 8192 output elements of 27 products
    assertThat(ConvolutionSamples.fused().shape(FUSED)).isEqualTo("float32[batch, 8, 32, 32]");
    assertThat(ConvolutionSamples.fused().count(FUSED))
        .hasMultiplyAdds("221184*batch")
        .hasWork(WorkKind.BIAS_ADD, "8192*batch")
        .hasWork(WorkKind.COMPARE, "8192*batch")
        .hasWork(WorkKind.ADD, "0");
  }

  @Test
  void addsAnotherTensorBeforeTheActivation() {
    TestCall call =
        ConvolutionSamples.fused()
            .input("float32[batch, 8, 32, 32]")
            .attribute("activation", "LeakyRelu");
    assertThat(call.count(FUSED))
        .hasWork(WorkKind.ADD, "8192*batch")
        .hasWork(WorkKind.COMPARE, "8192*batch")
        .hasWork(WorkKind.MULTIPLY, "8192*batch");
    assertThat(FUSED.role(call.call(FUSED), 3)).isEqualTo(InputRole.OPERAND);
    assertThat(FUSED.role(call.call(FUSED), 1)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void findsTheChannelsAtTheEnd() {
    TestCall call =
        ConvolutionSamples.call("NhwcConv")
            .input("float16[1, 32, 30, 3]")
            .stored("float16[8, 3, 3, 3]")
            .attribute("strides", 2, 2)
            .attribute("pads", 1, 1, 1, 1);
    // 16 * 15 positions, 8 channels, 27 products
    assertThat(call.shape(CHANNELS_LAST)).isEqualTo("float16[1, 16, 15, 8]");
    assertThat(call.multiplyAdds(CHANNELS_LAST)).isEqualTo(Size.of(51_840));
    TestCall first = call.withUnknownRank(1);
    assertThat(first.shape(CHANNELS_LAST)).isEqualTo("float16[1, Y.dim2, Y.dim3, Y.dim1]");
    TestCall second = call.withUnknownRank(0);
    assertThat(second.shape(CHANNELS_LAST)).isEqualTo("float16[Y.dim0, Y.dim2, Y.dim3, 8]");
  }

  @Test
  void refusesChannelsThatDoNotFitTheWeight() {
    TestCall call =
        ConvolutionSamples.call("NhwcConv")
            .input("float16[1, 3, 32, 32]")
            .stored("float16[8, 3, 3, 3]");
    assertThatThrownBy(() -> call.shape(CHANNELS_LAST))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("32 channels");
  }

  @Test
  void readsTheLayoutOfAQuantizedConvolution() {
    // 30 * 30 positions, 8 channels, 27 products
    TestCall first = ConvolutionSamples.quantized("uint8[n, 3, 32, 32]");
    TestCall last =
        ConvolutionSamples.quantized("uint8[n, 32, 32, 3]").attribute("channels_last", 1L);
    assertThat(first.shape(QUANTIZED)).isEqualTo("uint8[n, 8, 30, 30]");
    assertThat(last.shape(QUANTIZED)).isEqualTo("uint8[n, 30, 30, 8]");
    assertThat(last.count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "194400*n")
        .hasWork(WorkKind.ROUND, "7200*n");
    assertThat(last.count(QUANTIZED).low()).isEqualTo(first.count(QUANTIZED).low());
  }

  @Test
  void readsThePadsOfATransposedConvolutionFromAnInput() {
    // 16 * 16 positions, 4 * 8 channels, 16 elements of the kernel
    TestCall known = ConvolutionSamples.transposed().value(1, 1, 1, 1).stored("float32[8]");
    assertThat(known.shape(TRANSPOSED)).isEqualTo("float32[batch, 8, 32, 32]");
    assertThat(known.count(TRANSPOSED))
        .hasMultiplyAdds("131072*batch")
        .hasWork(WorkKind.SUM_START, "8192*batch")
        .hasWork(WorkKind.BIAS_ADD, "8192*batch");
    assertThat(ConvolutionSamples.transposed().shape(TRANSPOSED))
        .isEqualTo("float32[batch, 8, 34, 34]");
  }

  @Test
  void countsATransposedConvolutionWhosePadsAreNotKnown() {
    TestCall unknown = ConvolutionSamples.transposed().input("int64[4]");
    assertThat(unknown.shape(TRANSPOSED)).isEqualTo("float32[batch, 8, Y.dim2, Y.dim3]");
    assertThat(unknown.multiplyAdds(TRANSPOSED)).isEqualTo(Size.parse("131072*batch"));
  }
}
