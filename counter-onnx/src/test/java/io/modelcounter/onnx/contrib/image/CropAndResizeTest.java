package io.modelcounter.onnx.contrib.image;

import static io.modelcounter.onnx.contrib.image.ImageSamples.call;
import static io.modelcounter.onnx.contrib.image.ImageSamples.crop;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class CropAndResizeTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ImageOperators.all());

  @Test
  void interpolatesEveryElementOfARegionAmongFour() {
    TestCall call = crop().value(7, 5);
    assertThat(call.shape(FAMILY)).isEqualTo("float32[regions, 3, 7, 5]");
    // 105 elements a region
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "420*regions")
        .hasWork(WorkKind.ADD, "315*regions")
        .assumes("coordinates and weights");
    assertThat(call.attribute("mode", "nearest").count(FAMILY)).isFree();
  }

  @Test
  void leavesTheSizeOpenThatIsNotKnown() {
    TestCall call = crop().input("int32[2]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[regions, 3, Y.dim2, Y.dim3]");
  }

  @Test
  void refusesWhatCannotBeCropped() {
    assertThatThrownBy(() -> crop().value(0, 5).infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("at least 1");
    TestCall other =
        call("CropAndResize")
            .input("float32[1, 3, 8, 8]")
            .input("float32[2, 4]")
            .input("int32[3]")
            .value(7, 5);
    assertThatThrownBy(() -> other.infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("indices of images [3]");
  }

  @Test
  void samplesAGrid() {
    TestCall call = call("GridSample").input("float32[2, 3, 8, 8]").input("float32[2, 4, 5, 2]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, 3, 4, 5]");
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "480").hasWork(WorkKind.ADD, "360");
  }
}
