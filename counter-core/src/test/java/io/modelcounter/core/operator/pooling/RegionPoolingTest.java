package io.modelcounter.core.operator.pooling;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class RegionPoolingTest {
  private static final RegionAlignment ALIGNMENT = new RegionAlignment();

  private static TestCall alignment() {
    return TestCall.onnx("RoiAlign", 10)
        .input("float32[1, 256, 50, 60]")
        .input("float32[regions, 4]")
        .input("int64[regions]")
        .attribute("output_height", 7)
        .attribute("output_width", 7);
  }

  @Test
  void interpolatesEverySampleOfABin() {
    TestCall call = alignment().attribute("sampling_ratio", 2);
    assertThat(call.infer(ALIGNMENT).get(0)).hasSizes("regions", "256", "7", "7");
    assertThat(call.count(ALIGNMENT))
        .hasWork(WorkKind.MULTIPLY, "200704*regions")
        .hasWork(WorkKind.ADD, "188160*regions")
        .hasWork(WorkKind.DIVIDE, "12544*regions")
        .assumes("all channels share");
  }

  @Test
  void comparesTheSamplesInModeMax() {
    TestCall call = alignment().attribute("sampling_ratio", 2).attribute("mode", "max");
    assertThat(call.count(ALIGNMENT))
        .hasWork(WorkKind.COMPARE, "37632*regions")
        .hasWork(WorkKind.DIVIDE, "0");
  }

  @Test
  void boundsTheSamplesThatTheRegionsDecide() {
    assertThat(alignment().count(ALIGNMENT))
        .hasWorkBetween(WorkKind.MULTIPLY, "50176*regions", "3612672*regions")
        .assumes("No region is empty");
  }

  @Test
  void boundsTheComparisonsOfMaximumPooling() {
    MaximumRegionPooling pooling = new MaximumRegionPooling();
    TestCall call =
        TestCall.onnx("MaxRoiPool", 1)
            .input("float32[1, 3, 10, 10]")
            .input("float32[regions, 5]")
            .attribute("pooled_shape", 2, 2);
    assertThat(call.infer(pooling).get(0)).hasSizes("regions", "3", "2", "2");
    assertThat(call.count(pooling)).hasWorkBetween(WorkKind.COMPARE, "0", "1188*regions");
  }

  @Test
  void refusesInputsOfOtherRanks() {
    TestCall call =
        TestCall.onnx("RoiAlign", 16)
            .input("float32[1, 256, 50]")
            .input("float32[4, 4]")
            .input("int64[4]");
    assertThatThrownBy(() -> ALIGNMENT.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected [N, C, H, W]");
    TestCall empty = alignment().attribute("output_height", 0);
    assertThatThrownBy(() -> ALIGNMENT.outputs(empty.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("output_height is 0");
  }

  @Test
  void unpoolsToTheSizesThatPoolingStartedFrom() {
    MaximumUnpooling unpooling = new MaximumUnpooling();
    TestCall call =
        TestCall.onnx("MaxUnpool", 9)
            .input("float32[batch, 1, height, 2]")
            .input("int64[batch, 1, height, 2]")
            .attribute("kernel_shape", 2, 2)
            .attribute("strides", 2, 2);
    assertThat(call.infer(unpooling).get(0)).hasSizes("batch", "1", "2*height", "4");
    assertThat(call.sizes("batch", "1", "h2", "5").infer(unpooling).get(0))
        .hasSizes("batch", "1", "h2", "5");
    assertThat(call.input("int64[4]").infer(unpooling).get(0))
        .hasSizes("batch", "1", "Y.dim2", "Y.dim3");
    assertThat(call.count(unpooling)).isFree();
  }

  @Test
  void refusesAnOutputShapeOfAnotherRank() {
    MaximumUnpooling unpooling = new MaximumUnpooling();
    TestCall call =
        TestCall.onnx("MaxUnpool", 9)
            .input("float32[1, 1, 2, 2]")
            .input("int64[1, 1, 2, 2]")
            .value(4, 4)
            .attribute("kernel_shape", 2, 2);
    assertThatThrownBy(() -> unpooling.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("output_shape is [4, 4]");
  }
}
