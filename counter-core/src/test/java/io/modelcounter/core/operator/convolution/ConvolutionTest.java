package io.modelcounter.core.operator.convolution;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ConvolutionTest {
  private static final Convolution CONVOLUTION = new Convolution();

  /** The first layer of a ResNet. */
  private static final TestCall STEM =
      TestCall.onnx("Conv", 11)
          .input("float32[batch, 3, 224, 224]")
          .stored("float32[64, 3, 7, 7]")
          .attribute("strides", 2, 2)
          .attribute("pads", 3, 3, 3, 3);

  private static TestCall grouped(long group, String weight) {
    return TestCall.onnx("Conv", 11)
        .input("float32[1, 4, 16, 16]")
        .stored(weight)
        .attribute("group", group)
        .attribute("pads", 1, 1, 1, 1);
  }

  @Test
  void countsEveryOutputPositionOfASymbolicBatch() {
    assertThat(STEM.shape(CONVOLUTION)).isEqualTo("float32[batch, 64, 112, 112]");
    assertThat(STEM.count(CONVOLUTION))
        .hasMultiplyAdds("118013952*batch")
        .hasWork(WorkKind.SUM_START, "802816*batch")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
  }

  @Test
  void addsTheBiasOncePerOutputElement() {
    TestCall biased = STEM.stored("float32[64]");
    assertThat(biased.count(CONVOLUTION))
        .hasMultiplyAdds("118013952*batch")
        .hasWork(WorkKind.BIAS_ADD, "802816*batch");
  }

  @Test
  void countsEachGroupOnItsOwnChannels() {
    assertThat(grouped(1, "float32[8, 4, 3, 3]").multiplyAdds(CONVOLUTION))
        .isEqualTo(Size.of(73_728));
    assertThat(grouped(2, "float32[8, 2, 3, 3]").multiplyAdds(CONVOLUTION))
        .isEqualTo(Size.of(36_864));
    assertThat(grouped(4, "float32[4, 1, 3, 3]").multiplyAdds(CONVOLUTION))
        .isEqualTo(Size.of(9_216));
  }

  @Test
  void convolvesOneAndThreeSpatialAxes() {
    TestCall sound =
        TestCall.onnx("Conv", 1)
            .input("float32[1, 4, 16]")
            .stored("float32[8, 4, 3]")
            .attribute("pads", 1, 1);
    assertThat(sound.shape(CONVOLUTION)).isEqualTo("float32[1, 8, 16]");
    assertThat(sound.multiplyAdds(CONVOLUTION)).isEqualTo(Size.of(1_536));
    TestCall video =
        TestCall.onnx("Conv", 22)
            .input("float16[2, 4, 8, 8, 8]")
            .stored("float16[8, 4, 3, 3, 3]")
            .attribute("pads", 1, 1, 1, 1, 1, 1);
    assertThat(video.shape(CONVOLUTION)).isEqualTo("float16[2, 8, 8, 8, 8]");
    assertThat(video.count(CONVOLUTION))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.FLOAT16, "884736");
  }

  @Test
  void keepsSymbolicSizes() {
    TestCall call =
        TestCall.onnx("Conv", 11)
            .input("float32[1, 3, height, width]")
            .stored("float32[8, 3, 3, 3]")
            .attribute("strides", 2, 1)
            .attribute("pads", 1, 1, 1, 1);
    assertThat(call.infer(CONVOLUTION).get(0))
        .hasSizes("1", "8", "floor((height - 1)/2) + 1", "width");
  }

  @Test
  void knowsTheChannelsOfAnUnknownInput() {
    TestCall call = TestCall.onnx("Conv", 11).input("float32[?]").stored("float32[8, 3, 3, 3]");
    assertThat(call.infer(CONVOLUTION).get(0)).hasSizes("Y.dim0", "8", "Y.dim2", "Y.dim3");
    assertThat(call.count(CONVOLUTION)).isUnknownBecause("the test leaves it open");
  }

  @Test
  void knowsTheBatchWithAnUnknownWeight() {
    TestCall call = TestCall.onnx("Conv", 11).input("float32[batch, 3, 8, 8]").input("float32[?]");
    assertThat(call.infer(CONVOLUTION).get(0)).hasSizes("batch", "Y.dim1", "Y.dim2", "Y.dim3");
    TestCall nothing = TestCall.onnx("Conv", 11).input("float32[?]").input("float32[?]");
    assertThat(nothing.infer(CONVOLUTION).get(0)).hasUnknownRank();
  }

  @Test
  void refusesChannelsThatDoNotFit() {
    TestCall call =
        TestCall.onnx("Conv", 11).input("float32[1, 5, 8, 8]").stored("float32[8, 3, 3, 3]");
    assertThatThrownBy(() -> CONVOLUTION.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("has 5 channels")
        .hasMessageContaining("needs 3");
  }

  @Test
  void refusesAKernelShapeThatIsNotTheWeights() {
    TestCall call = STEM.attribute("kernel_shape", 3, 3);
    assertThatThrownBy(() -> CONVOLUTION.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("kernel_shape");
  }

  @Test
  void refusesRanksThatDoNotFitAndGroupsBelowOne() {
    TestCall flat = TestCall.onnx("Conv", 11).input("float32[1, 3]").stored("float32[8, 3]");
    assertThatThrownBy(() -> CONVOLUTION.outputs(flat.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("rank");
    TestCall groupless = grouped(0, "float32[8, 4, 3, 3]");
    assertThatThrownBy(() -> CONVOLUTION.outputs(groupless.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("group is 0");
  }

  @Test
  void doesNothingForAnEmptyBatch() {
    TestCall call =
        TestCall.onnx("Conv", 11).input("float32[0, 3, 8, 8]").stored("float32[8, 3, 3, 3]");
    assertThat(call.shape(CONVOLUTION)).isEqualTo("float32[0, 8, 6, 6]");
    assertThat(call.count(CONVOLUTION)).hasOnlyWork();
  }
}
