package io.modelcounter.core.operator.spectral;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class WindowFunctionTest {
  private static final WindowFunction HANN = new WindowFunction("HannWindow", 1);
  private static final WindowFunction BLACKMAN = new WindowFunction("BlackmanWindow", 2);
  private static final MelWeights MEL = new MelWeights();

  @Test
  void countsTheCosinesOfEveryPosition() {
    TestCall hann = TestCall.onnx("HannWindow", 17).scalarValue(10);
    assertThat(hann.shape(HANN)).isEqualTo("float32[10]");
    assertThat(hann.count(HANN))
        .hasWork(WorkKind.TRIGONOMETRIC, "10")
        .hasWork(WorkKind.MULTIPLY, "20")
        .hasWork(WorkKind.ADD, "10");
    TestCall blackman = TestCall.onnx("BlackmanWindow", 17).sizes("n");
    assertThat(blackman.attribute("output_datatype", 11L).shape(BLACKMAN)).isEqualTo("float64[n]");
    assertThat(blackman.count(BLACKMAN)).hasWork(WorkKind.TRIGONOMETRIC, "2*n");
  }

  @Test
  void leavesTheLengthOpenWhereItIsNotKnown() {
    assertThat(TestCall.onnx("HannWindow", 17).input("int64[]").infer(HANN).get(0))
        .hasSizes("Y.size");
  }

  @Test
  void givesAFilterPerBandForTheBinsOfARealTransform() {
    TestCall call =
        TestCall.onnx("MelWeightMatrix", 17)
            .scalarValue(8)
            .scalarValue(16)
            .scalarValue(8192)
            .stored("float32[]")
            .stored("float32[]");
    assertThat(call.shape(MEL)).isEqualTo("float32[9, 8]");
    assertThat(call.count(MEL))
        .hasWork(WorkKind.DIVIDE, "94") // 72 weights, 10 corners twice, 2 ends
        .hasWork(WorkKind.POWER, "10")
        .hasWork(WorkKind.LOG, "2");
  }
}
