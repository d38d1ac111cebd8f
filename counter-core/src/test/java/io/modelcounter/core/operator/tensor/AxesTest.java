package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class AxesTest {

  @Test
  void squeezeDropsTheGivenAxes() {
    TestCall call = TestCall.onnx("Squeeze", 13).input("float32[batch, 1, n, 1]");
    assertThat(infer(call.value(-1, 1))).hasSizes("batch", "n");
    assertThat(infer(call.input("int64[2]"))).hasSizes("Y.dim0", "Y.dim1");
    assertThat(infer(call.input("int64[k]"))).hasUnknownRankBecause("axes");
    assertThatThrownBy(() -> infer(TestCall.onnx("Squeeze", 13).input("float32[2]").value(0)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void squeezeWithoutAxesNeedsToKnowEverySize() {
    assertThat(infer(TestCall.onnx("Squeeze", 1).input("float32[1, 3, 1, 2]"))).hasSizes("3", "2");
    assertThat(infer(TestCall.onnx("Squeeze", 13).input("float32[1, n + 1]"))).hasSizes("n + 1");
    assertThat(infer(TestCall.onnx("Squeeze", 13).input("float32[1, n]")))
        .hasUnknownRankBecause("n only where it is 1");
  }

  @Test
  void unsqueezeNumbersAxesAsInItsOutput() {
    TestCall call = TestCall.onnx("Unsqueeze", 13).input("float32[batch, n]");
    assertThat(infer(call.value(0, -1))).hasSizes("1", "batch", "n", "1");
    assertThat(infer(call.value(3, 1))).hasSizes("batch", "1", "n", "1");
    assertThat(infer(call.input("int64[1]"))).hasSizes("Y.dim0", "Y.dim1", "Y.dim2");
    assertThatThrownBy(() -> infer(call.value(1, 1))).hasMessageContaining("twice");
    assertThatThrownBy(() -> infer(call)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void transposeReversesUnlessToldOtherwise() {
    TestCall call = TestCall.onnx("Transpose", 13).input("float32[batch, 3, n]");
    assertThat(infer(call)).hasSizes("n", "3", "batch");
    assertThat(infer(call.attribute("perm", 0, 2, 1))).hasSizes("batch", "n", "3");
    assertThatThrownBy(() -> infer(call.attribute("perm", 0, 1)))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(call.attribute("perm", 0, 1, 1)))
        .isInstanceOf(InvalidNodeException.class);
    TestCall unknown = TestCall.onnx("Transpose", 13).input("float32[?]");
    assertThat(infer(unknown)).hasUnknownRank();
    assertThat(infer(unknown.attribute("perm", 1, 0))).hasSizes("Y.dim0", "Y.dim1");
  }

  @Test
  void flattenGivesAMatrix() {
    TestCall call = TestCall.onnx("Flatten", 13).input("float32[batch, 3, h, w]");
    assertThat(infer(call)).hasSizes("batch", "3*h*w");
    assertThat(infer(call.attribute("axis", 0L))).hasSizes("1", "3*batch*h*w");
    assertThat(infer(call.attribute("axis", -1L))).hasSizes("3*batch*h", "w");
    assertThat(infer(call.attribute("axis", 4L))).hasSizes("3*batch*h*w", "1");
    assertThatThrownBy(() -> infer(call.attribute("axis", 5L)))
        .isInstanceOf(InvalidNodeException.class);
    assertThat(infer(TestCall.onnx("Flatten", 13).input("float32[?]")))
        .hasSizes("Y.dim0", "Y.dim1");
  }
}
