package io.modelcounter.onnx.contrib.pooling;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class PoolingOperatorsTest {
  private static final MaximumPooling MAXIMUM =
      new MaximumPooling("NhwcMaxPool", TensorLayout.CHANNELS_LAST);
  private static final MaximumPooling MASKED =
      new MaximumPooling("MaxpoolWithMask", TensorLayout.CHANNELS_FIRST);
  private static final QuantizedAveragePooling AVERAGE =
      new QuantizedAveragePooling("QLinearAveragePool");
  private static final QuantizedGlobalAveragePooling GLOBAL =
      new QuantizedGlobalAveragePooling("QLinearGlobalAveragePool");

  @Test
  void slidesOverImagesWithTheirChannelsLast() {
    // 16 * 16 * 8 = 2048 windows of 9 elements
    assertThat(PoolingSamples.maximum().shape(MAXIMUM)).isEqualTo("uint8[batch, 16, 16, 8]");
    assertThat(PoolingSamples.maximum().count(MAXIMUM))
        .hasWork(WorkKind.COMPARE, "16384*batch")
        .hasOnlyWork(WorkKind.COMPARE);
  }

  @Test
  void choosesByAMask() {
    // 8 * 16 * 16 = 2048 windows of 4 elements
    assertThat(PoolingSamples.masked().shape(MASKED)).isEqualTo("float32[batch, 8, 16, 16]");
    assertThat(PoolingSamples.masked().count(MASKED))
        .hasWork(WorkKind.COMPARE, "6144*batch")
        .hasWork(WorkKind.SELECT, "8192*batch");
  }

  @Test
  void averagesDequantizedElements() {
    // 256 elements, 64 windows of 4; an element: scale and zero point; a window: 3 additions, a
    // division, and the quantization with a division, a rounding, two bounds and a zero point
    TestCall call = PoolingSamples.window("uint8[2, 8, 4, 4]");
    assertThat(call.shape(AVERAGE)).isEqualTo("uint8[2, 8, 2, 2]");
    assertThat(call.count(AVERAGE))
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "256")
        .hasWork(WorkKind.ADD, "512")
        .hasWork(WorkKind.DIVIDE, "128")
        .hasWork(WorkKind.ROUND, "64")
        .hasWork(WorkKind.COMPARE, "128");
    TestCall last = PoolingSamples.window("uint8[2, 4, 4, 8]").attribute("channels_last", 1L);
    assertThat(last.shape(AVERAGE)).isEqualTo("uint8[2, 2, 2, 8]");
    assertThat(last.count(AVERAGE).low()).isEqualTo(call.count(AVERAGE).low());
  }

  @Test
  void averagesWithoutZeroPoints() {
    TestCall call =
        TestCall.of("com.microsoft", "QLinearAveragePool", 1)
            .input("int8[2, 8, 4, 4]")
            .stored("float32[]")
            .absent()
            .stored("float32[]")
            .attribute("kernel_shape", 2, 2)
            .attribute("strides", 2, 2);
    assertThat(call.count(AVERAGE)).hasWork(WorkKind.ADD, "192");
  }

  @Test
  void averagesWholeImages() {
    // 8 windows of 49 elements: 392 zero points, 8 * 48 sums, 8 zero points of the output
    TestCall call =
        PoolingSamples.average("QLinearGlobalAveragePool", "uint8[1, 7, 7, 8]")
            .attribute("channels_last", 1L);
    assertThat(call.shape(GLOBAL)).isEqualTo("uint8[1, 1, 1, 8]");
    assertThat(call.count(GLOBAL))
        .hasWork(WorkKind.ADD, "784")
        .hasWork(WorkKind.DIVIDE, "16")
        .hasWork(WorkKind.MULTIPLY, "392");
  }

  @Test
  void refusesWhatIsNoImage() {
    TestCall vector = PoolingSamples.average("QLinearGlobalAveragePool", "uint8[7]");
    assertThatThrownBy(() -> vector.shape(GLOBAL)).isInstanceOf(InvalidNodeException.class);
    TestCall flat = PoolingSamples.window("uint8[2, 8]");
    assertThatThrownBy(() -> flat.shape(AVERAGE)).isInstanceOf(InvalidNodeException.class);
  }
}
