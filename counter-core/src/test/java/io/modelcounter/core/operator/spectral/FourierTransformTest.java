package io.modelcounter.core.operator.spectral;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourierTransformTest {
  private static final DiscreteFourierTransform DFT = new DiscreteFourierTransform();
  private static final ShortTimeFourierTransform STFT = new ShortTimeFourierTransform();

  private static TestCall dft(int version, String type) {
    return TestCall.onnx("DFT", version).input(type);
  }

  @Test
  void transformsTheAxisAfterTheBatchBeforeVersion20() {
    assertThat(dft(17, "float32[batch, 10, 6, 1]").shape(DFT))
        .isEqualTo("float32[batch, 10, 6, 2]");
    assertThat(dft(17, "float32[batch, 10, 6, 1]").attribute("onesided", 1L).shape(DFT))
        .isEqualTo("float32[batch, 6, 6, 2]");
  }

  @Test
  void transformsTheLastSignalAxisFromVersion20On() {
    TestCall call = dft(20, "float32[batch, 10, 6, 1]").attribute("onesided", 1L);
    assertThat(call.shape(DFT)).isEqualTo("float32[batch, 10, 4, 2]");
    assertThat(call.absent().scalarValue(1).shape(DFT)).isEqualTo("float32[batch, 6, 6, 2]");
  }

  @Test
  void refusesTheAxisOfRealAndImaginaryPart() {
    for (TestCall call :
        List.of(
            dft(17, "float32[2, 3]"),
            dft(17, "float32[2, 3, 2]").attribute("axis", -1L),
            dft(20, "float32[2, 3, 2]").absent().scalarValue(2))) {
      assertThatThrownBy(() -> call.shape(DFT))
          .isInstanceOf(InvalidNodeException.class)
          .hasMessageContaining("real and imaginary part");
      assertThatThrownBy(() -> call.count(DFT)).isInstanceOf(InvalidNodeException.class);
    }
  }

  @Test
  void padsOrCutsToTheLengthAskedFor() {
    assertThat(dft(20, "float32[batch, 10, 1]").scalarValue(16).shape(DFT))
        .isEqualTo("float32[batch, 16, 2]");
  }

  @Test
  void givesARealSignalFromHalfOfASpectrum() {
    TestCall call =
        dft(20, "float32[batch, 9, 2]").attribute("onesided", 1L).attribute("inverse", 1L);
    assertThat(call.shape(DFT)).isEqualTo("float32[batch, 16, 1]");
  }

  @Test
  void countsButterfliesOnEveryLevel() {
    // 16 complex numbers: 4 levels of 8 butterflies with 4 multiplications and 6 additions
    assertThat(dft(20, "float32[batch, 16, 2]").count(DFT))
        .hasWork(WorkKind.MULTIPLY, "128*batch")
        .hasWork(WorkKind.ADD, "192*batch")
        .assumes("fast");
    assertThat(dft(20, "float32[batch, 16, 1]").count(DFT))
        .hasWork(WorkKind.MULTIPLY, "64*batch")
        .hasWork(WorkKind.ADD, "96*batch");
  }

  @Test
  void roundsTheLevelsOfOtherLengthsUp() {
    assertThat(dft(20, "float32[17, 2]").count(DFT)).hasWork(WorkKind.MULTIPLY, "170");
    assertThat(dft(20, "float32[1, 2]").count(DFT)).hasWork(WorkKind.MULTIPLY, "0");
  }

  @Test
  void scalesTheInverseByItsLength() {
    assertThat(dft(20, "float32[16, 2]").attribute("inverse", 1L).count(DFT))
        .hasWork(WorkKind.MULTIPLY, "160");
  }

  @Test
  void isBoundedWhereTheLengthIsSymbolic() {
    assertThat(dft(20, "float32[n, 2]").count(DFT))
        .hasWorkBetween(WorkKind.MULTIPLY, "0", "2*n^2 - 2*n");
  }

  @Test
  void keepsTheRankWhereTheAxisIsNotKnown() {
    TestCall call = dft(20, "float32[2, 4, 1]").absent().input("int64[]");
    assertThat(call.infer(DFT).get(0)).hasSizes("Y.dim0", "Y.dim1", "2");
    assertThat(call.count(DFT)).isUnknown();
  }

  @Test
  void transformsEveryFrameOfASignal() {
    TestCall call =
        TestCall.onnx("STFT", 17)
            .input("float32[2, 128, 1]")
            .scalarValue(8)
            .absent()
            .scalarValue(16);
    assertThat(call.shape(STFT)).isEqualTo("float32[2, 15, 9, 2]");
    assertThat(call.attribute("onesided", 0L).shape(STFT)).isEqualTo("float32[2, 15, 16, 2]");
    assertThat(call.count(STFT))
        .hasWork(WorkKind.MULTIPLY, "1920") // 30 frames of 64
        .hasWork(WorkKind.ADD, "2880");
  }

  @Test
  void multipliesFramesWithTheWindow() {
    TestCall call =
        TestCall.onnx("STFT", 17).input("float32[2, 128, 1]").scalarValue(8).stored("float32[16]");
    assertThat(call.shape(STFT)).isEqualTo("float32[2, 15, 9, 2]");
    assertThat(call.count(STFT)).hasWork(WorkKind.MULTIPLY, "2400");
  }

  @Test
  void leavesTheFramesOpenWhereTheStepIsNotKnown() {
    TestCall call =
        TestCall.onnx("STFT", 17)
            .input("float32[2, 128, 1]")
            .input("int64[]")
            .stored("float32[16]");
    assertThat(call.infer(STFT).get(0)).hasSizes("2", "Y.frames", "9", "2");
    assertThat(SpectralSamples.shortTime().shape(STFT))
        .isEqualTo("float32[batch, floor(length/8) - 1, 9, 2]");
  }

  @Test
  void refusesAFrameLongerThanTheSignal() {
    assertThatThrownBy(
            () ->
                TestCall.onnx("STFT", 17)
                    .input("float32[2, 8, 1]")
                    .scalarValue(8)
                    .absent()
                    .scalarValue(16)
                    .shape(STFT))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("16");
  }
}
