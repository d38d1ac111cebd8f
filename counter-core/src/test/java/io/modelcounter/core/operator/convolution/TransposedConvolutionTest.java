package io.modelcounter.core.operator.convolution;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class TransposedConvolutionTest {
  private static final TransposedConvolution CONVOLUTION = new TransposedConvolution();

  private static final TestCall DOUBLING =
      TestCall.onnx("ConvTranspose", 11)
          .input("float32[1, 4, 16, 16]")
          .stored("float32[4, 8, 3, 3]")
          .attribute("strides", 2, 2)
          .attribute("pads", 1, 1, 1, 1)
          .attribute("output_padding", 1, 1);

  @Test
  void countsEveryInputPosition() {
    assertThat(DOUBLING.shape(CONVOLUTION)).isEqualTo("float32[1, 8, 32, 32]");
    assertThat(DOUBLING.count(CONVOLUTION))
        .hasMultiplyAdds("73728")
        .hasWork(WorkKind.SUM_START, "8192")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
    assertThat(DOUBLING.stored("float32[8]").count(CONVOLUTION)).hasWork(WorkKind.BIAS_ADD, "8192");
  }

  @Test
  void multipliesTheChannelsOfTheWeightByTheGroups() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 4, 16, 16]")
            .stored("float32[4, 3, 3, 3]")
            .attribute("group", 2);
    assertThat(call.shape(CONVOLUTION)).isEqualTo("float32[1, 6, 18, 18]");
    assertThat(call.multiplyAdds(CONVOLUTION)).isEqualTo(Size.of(256 * 4 * 3 * 9));
  }

  @Test
  void takesTheSpatialSizesOfOutputShape() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 1)
            .input("float32[1, 1, 3, 3]")
            .stored("float32[1, 2, 3, 3]")
            .attribute("strides", 3, 2);
    assertThat(call.attribute("output_shape", 10, 8).shape(CONVOLUTION))
        .isEqualTo("float32[1, 2, 10, 8]");
    assertThat(call.attribute("output_shape", 1, 2, 10, 8).shape(CONVOLUTION))
        .isEqualTo("float32[1, 2, 10, 8]");
    assertThatThrownBy(() -> CONVOLUTION.outputs(call.attribute("output_shape", 10, 8, 6).call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("output_shape");
  }

  @Test
  void multipliesTheSizesByTheStrideWithAutoPad() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 22)
            .input("float32[1, 1, height, 3]")
            .stored("float32[1, 2, 3, 3]")
            .attribute("auto_pad", "SAME_UPPER")
            .attribute("strides", 2, 2);
    assertThat(call.infer(CONVOLUTION).get(0)).hasSizes("1", "2", "2*height", "6");
  }

  @Test
  void keepsSymbolicSizes() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[batch, 4, height, width]")
            .stored("float32[4, 2, 2, 2]")
            .attribute("strides", 2, 2);
    assertThat(call.infer(CONVOLUTION).get(0)).hasSizes("batch", "2", "2*height", "2*width");
    assertThat(call.count(CONVOLUTION))
        .hasMultiplyAdds("32*batch*height*width")
        .hasWork(WorkKind.SUM_START, "8*batch*height*width");
  }

  @Test
  void startsNoSumInTheGapsOfALongStride() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, 5]")
            .stored("float32[1, 1, 1]")
            .attribute("strides", new long[] {3});
    assertThat(call.shape(CONVOLUTION)).isEqualTo("float32[1, 1, 13]");
    assertThat(call.count(CONVOLUTION)).hasMultiplyAdds("5").hasWork(WorkKind.SUM_START, "5");
  }

  @Test
  void refusesPaddingThatLeavesNothing() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, 2, 2]")
            .stored("float32[1, 1, 1, 1]")
            .attribute("pads", 2, 2, 2, 2);
    assertThatThrownBy(() -> CONVOLUTION.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("padding takes 4 positions");
  }

  @Test
  void knowsTheChannelsOfAnUnknownInput() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[?]")
            .stored("float32[4, 3, 3]")
            .attribute("group", 2);
    assertThat(call.infer(CONVOLUTION).get(0)).hasSizes("Y.dim0", "6", "Y.dim2");
  }

  /** Three inputs with stride 2 and a kernel of 3 reach 7 of 8 positions on either axis. */
  @Test
  void startsNoSumInTheOutputPadding() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, 3, 3]")
            .stored("float32[1, 1, 3, 3]")
            .attribute("strides", 2, 2)
            .attribute("output_padding", 1, 1);
    assertThat(call.shape(CONVOLUTION)).isEqualTo("float32[1, 1, 8, 8]");
    assertThat(call.count(CONVOLUTION)).hasMultiplyAdds("81").hasWork(WorkKind.SUM_START, "49");
    assertThat(call.count(CONVOLUTION).assumptions()).isEmpty();
    TestCall symbolic =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[batch, 1, h]")
            .stored("float32[1, 1, 3]")
            .attribute("strides", new long[] {2})
            .attribute("output_padding", new long[] {1});
    assertThat(symbolic.infer(CONVOLUTION).get(0)).hasSizes("batch", "1", "2*h + 2");
    assertThat(symbolic.count(CONVOLUTION)).hasWork(WorkKind.SUM_START, "2*batch*h + batch");
  }

  @Test
  void startsNoSumBetweenTheElementsOfADilatedKernel() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, 3]")
            .stored("float32[1, 1, 2]")
            .attribute("strides", new long[] {2})
            .attribute("dilations", new long[] {2});
    assertThat(call.shape(CONVOLUTION)).isEqualTo("float32[1, 1, 7]");
    assertThat(call.count(CONVOLUTION)).hasMultiplyAdds("6").hasWork(WorkKind.SUM_START, "4");
  }

  /**
   * The declared output takes 5 of 9 positions away, 3 of them at the begin and 2 for SAME_UPPER.
   * That leaves of the positions 0, 3 and 6 the last two, or 3 alone.
   */
  @Test
  void sharesThePaddingOfADeclaredOutput() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, 3]")
            .stored("float32[1, 1, 1]")
            .attribute("strides", new long[] {3})
            .attribute("output_padding", new long[] {2})
            .attribute("output_shape", new long[] {4});
    assertThat(call.count(CONVOLUTION)).hasWork(WorkKind.SUM_START, "2");
    assertThat(call.attribute("auto_pad", "SAME_UPPER").count(CONVOLUTION))
        .hasWork(WorkKind.SUM_START, "1");
    assertThat(call.attribute("auto_pad", "SAME_LOWER").count(CONVOLUTION))
        .hasWork(WorkKind.SUM_START, "2");
  }

  @Test
  void saysWhereItEstimatesTheGapsOfSymbolicSizes() {
    TestCall call =
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[1, 1, h]")
            .stored("float32[1, 1, 1]")
            .attribute("strides", new long[] {2});
    assertThat(call.count(CONVOLUTION)).assumes("taken to meet a product");
  }
}
