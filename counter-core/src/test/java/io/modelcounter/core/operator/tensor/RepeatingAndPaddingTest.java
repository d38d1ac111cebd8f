package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class RepeatingAndPaddingTest {

  @Test
  void expandBroadcastsBothWays() {
    TestCall call = TestCall.onnx("Expand", 13).input("float32[3, 1]");
    assertThat(infer(call.value(2, 1, 6))).hasSizes("2", "3", "6");
    assertThat(infer(call.sizes("batch", "1", "n"))).hasSizes("batch", "3", "n");
    assertThat(infer(call.value(1))).hasSizes("3", "1");
    assertThatThrownBy(() -> infer(call.value(2, 4, 1))).isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(call.value(-1, 3, 1))).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void expandToAShapeThatIsNotKnownKeepsSizesThatAreNotOne() {
    TestCall call = TestCall.onnx("Expand", 13).input("float32[3, 1]");
    assertThat(infer(call.input("int64[2]"))).hasSizes("3", "Y.dim1");
    assertThat(infer(call.input("int64[3]"))).hasSizes("Y.dim0", "3", "Y.dim2");
    assertThat(infer(call.input("int64[k]"))).hasUnknownRank();
  }

  @Test
  void tileMultipliesSizes() {
    TestCall call = TestCall.onnx("Tile", 13).input("float32[batch, 3]");
    assertThat(infer(call.value(2, 4))).hasSizes("2*batch", "12");
    assertThat(infer(call.sizes("n", "1"))).hasSizes("batch*n", "3");
    assertThat(infer(call.input("int64[2]"))).hasSizes("Y.dim0", "Y.dim1");
    assertThatThrownBy(() -> infer(call.value(2))).isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(call.value(1, -1))).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void firstTileRepeatsOneAxis() {
    TestCall call = TestCall.onnx("Tile", 1).input("float32[batch, 3]");
    assertThat(infer(call.scalarValue(4).scalarValue(1))).hasSizes("batch", "12");
    assertThat(infer(call.input("float32[]").scalarValue(1))).hasSizes("batch", "Y.dim1");
  }

  @Test
  void padAddsAndTakesAway() {
    TestCall call = TestCall.onnx("Pad", 13).input("float32[batch, 3, h, w]");
    assertThat(infer(call.value(0, 0, 1, 2, 0, 0, 1, 3))).hasSizes("batch", "3", "h + 2", "w + 5");
    assertThat(infer(call.value(0, -1, 0, 0, 0, -1, 0, 0))).hasSizes("batch", "1", "h", "w");
    assertThat(infer(call.input("int64[8]"))).hasSizes("Y.dim0", "Y.dim1", "Y.dim2", "Y.dim3");
    assertThatThrownBy(() -> infer(call.value(0, -2, 0, 0, 0, -2, 0, 0)))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(call.value(1, 1))).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void padsOfOldVersionsAreAttributes() {
    assertThat(infer(TestCall.onnx("Pad", 2).input("float32[3, n]").attribute("pads", 0, 1, 0, 1)))
        .hasSizes("3", "n + 2");
    assertThat(
            infer(TestCall.onnx("Pad", 1).input("float32[3, n]").attribute("paddings", 1, 0, 1, 0)))
        .hasSizes("5", "n");
    assertThatThrownBy(() -> infer(TestCall.onnx("Pad", 2).input("float32[3, n]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void padTakesAxesSinceVersionEighteen() {
    TestCall call = TestCall.onnx("Pad", 18).input("float32[batch, 3, h, w]");
    assertThat(infer(call.value(1, 2, 1, 2).absent().value(-2, 3)))
        .hasSizes("batch", "3", "h + 2", "w + 4");
    assertThat(infer(call.input("int64[2]").absent().value(2)))
        .hasSizes("batch", "3", "Y.dim2", "w");
    assertThat(infer(call.value(1, 1).absent().input("int64[1]")))
        .hasSizes("Y.dim0", "Y.dim1", "Y.dim2", "Y.dim3");
  }

  @Test
  void paddedElementsFollowTheMode() {
    TestCall call = TestCall.onnx("Pad", 19).value(1, 2, 3).value(2, 1);
    assertThat(infer(call)).hasValue(0, 0, 1, 2, 3, 0);
    assertThat(infer(call.scalarValue(9))).hasValue(9, 9, 1, 2, 3, 9);
    assertThat(infer(call.attribute("mode", "edge"))).hasValue(1, 1, 1, 2, 3, 3);
    assertThat(infer(call.attribute("mode", "reflect"))).hasValue(3, 2, 1, 2, 3, 2);
    assertThat(infer(call.attribute("mode", "wrap"))).hasValue(2, 3, 1, 2, 3, 1);
  }
}
