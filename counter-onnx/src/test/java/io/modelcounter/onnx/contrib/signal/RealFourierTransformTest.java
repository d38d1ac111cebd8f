package io.modelcounter.onnx.contrib.signal;

import static io.modelcounter.onnx.contrib.signal.SignalSamples.call;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class RealFourierTransformTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(SignalOperators.all());

  @Test
  void givesHalfASpectrum() {
    TestCall call = call("Rfft").input("float32[batch, 3, 16]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, 3, 9, 2]");
    assertThat(call.attribute("onesided", 0L).shape(FAMILY)).isEqualTo("float32[batch, 3, 16, 2]");
    // 3 real transforms of length 16 with 4 levels: 64 multiplications and 96 additions each
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, "192*batch")
        .hasWork(WorkKind.ADD, "288*batch");
  }

  @Test
  void givesASignalBack() {
    TestCall call = call("Irfft").input("float32[4, 3, 2]").attribute("signal_ndim", 1L);
    assertThat(call.shape(FAMILY)).isEqualTo("float32[4, 4]");
    // 4 transforms of length 4 with 2 levels: 8 multiplications each, and 16 numbers are scaled
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "48").hasWork(WorkKind.ADD, "48");
    assertThat(call.attribute("onesided", 0L).shape(FAMILY)).isEqualTo("float32[4, 3]");
  }

  @Test
  void countsSeveralAxesAsOne() {
    TestCall call = call("Rfft").input("float32[2, 8, 16]").attribute("signal_ndim", 2L);
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, 8, 9, 2]");
    // 2 transforms of length 128 with 7 levels
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "1792").assumes("several axes");
  }

  @Test
  void leavesTheLevelsOfASymbolicLengthOpen() {
    TestCall call = call("Rfft").input("float32[2, n]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, floor(n/2) + 1, 2]");
    assertThat(call.count(FAMILY)).hasWorkBetween(WorkKind.MULTIPLY, "0", "2*n^2 - 2*n");
  }

  @Test
  void refusesMoreAxesThanThereAre() {
    assertThatThrownBy(
            () -> call("Rfft").input("float32[4]").attribute("signal_ndim", 2L).infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("signal_ndim is 2");
    assertThatThrownBy(() -> call("Irfft").input("float32[2]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }
}
