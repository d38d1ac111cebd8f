package com.acme.npu;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counter keeps the rules C1 to C12, and counts what the NPU does. */
final class GroupedConvolutionTest extends LayerCounterTck {
  private static final TestCall DEPTHWISE =
      TestCall.onnx("Conv", 11)
          .input("float32[batch, 32, 14, 14]")
          .stored("float32[32, 1, 3, 3]")
          .attribute("group", 32)
          .attribute("pads", 1, 1, 1, 1);

  @Override
  protected LayerCounter counter() {
    return new GroupedConvolution();
  }

  @Override
  protected ShapeRule shapeRule() {
    return new ConvolutionShape();
  }

  @Override
  protected List<TestCall> samples() {
    return List.of(
        DEPTHWISE,
        TestCall.onnx("Conv", 11)
            .input("float16[batch, 64, h, w]")
            .stored("float16[24, 32, 1, 1]")
            .stored("float16[24]")
            .attribute("group", 2));
  }

  @Test
  void fillsUpTheChannelsOfAGroup() {
    // 32 * 14 * 14 results of 3 * 3 positions with 16 lanes each
    assertThat(DEPTHWISE.count(shapeRule(), counter())).hasMultiplyAdds("903168*batch");
  }

  @Test
  void leavesDenseConvolutionsToOthers() {
    TestCall dense =
        TestCall.onnx("Conv", 11).input("float32[1, 3, 8, 8]").stored("float32[4, 3, 3, 3]");
    assertThat(counter().handles(dense.call(shapeRule()))).isFalse();
    assertThat(counter().handles(DEPTHWISE.call(shapeRule()))).isTrue();
  }
}
