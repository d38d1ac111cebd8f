package io.modelcounter.core.operator.normalization;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class BatchNormalizationTest {
  private static final BatchNormalization NORMALIZATION = new BatchNormalization();

  private static TestCall call(int version) {
    return TestCall.onnx("BatchNormalization", version)
        .input("float32[batch, 4, 8, 8]")
        .stored("float32[4]")
        .stored("float32[4]")
        .stored("float32[4]")
        .stored("float32[4]");
  }

  @Test
  void multipliesAndAddsOnceAtInference() {
    assertThat(call(15).shape(NORMALIZATION)).isEqualTo("float32[batch, 4, 8, 8]");
    assertThat(call(15).count(NORMALIZATION))
        .hasWork(WorkKind.MULTIPLY, "256*batch")
        .hasWork(WorkKind.ADD, "256*batch")
        .hasOnlyWork(WorkKind.MULTIPLY, WorkKind.ADD);
  }

  @Test
  void computesAndUpdatesStatisticsInTrainingMode() {
    TestCall call =
        call(14).attribute("training_mode", 1).outputs("Y", "running_mean", "running_var");
    assertThat(call.shapes(NORMALIZATION))
        .containsExactly("float32[batch, 4, 8, 8]", "float32[4]", "float32[4]");
    assertThat(call.count(NORMALIZATION))
        .hasWork(WorkKind.ADD, "1024*batch + 4")
        .hasWork(WorkKind.MULTIPLY, "768*batch + 16")
        .hasWork(WorkKind.DIVIDE, "12")
        .hasWork(WorkKind.SQRT, "4");
  }

  @Test
  void trainsUpToVersion13IfSomebodyWantsTheStatistics() {
    TestCall wanted = call(9).outputs("Y", "mean", "var", "saved_mean", "saved_var");
    assertThat(wanted.shapes(NORMALIZATION)).hasSize(5).contains("float32[4]");
    assertThat(wanted.count(NORMALIZATION)).hasWork(WorkKind.SQRT, "4");
    assertThat(wanted.outputs("Y", "", "").count(NORMALIZATION)).hasWork(WorkKind.SQRT, "0");
    TestCall tested = call(6).attribute("is_test", 1).outputs("Y", "mean");
    assertThat(tested.count(NORMALIZATION)).hasWork(WorkKind.SQRT, "0");
  }

  @Test
  void keepsStatisticsPerPositionWithoutSpatial() {
    TestCall call =
        TestCall.onnx("BatchNormalization", 7)
            .input("float32[batch, 3, 4]")
            .stored("float32[3, 4]")
            .stored("float32[3, 4]")
            .stored("float32[3, 4]")
            .stored("float32[3, 4]")
            .attribute("spatial", 0)
            .outputs("Y", "mean");
    assertThat(call.shapes(NORMALIZATION)).containsExactly("float32[batch, 3, 4]", "float32[3, 4]");
  }

  @Test
  void normalizesAVectorAsOneChannel() {
    TestCall call =
        TestCall.onnx("BatchNormalization", 15)
            .input("float32[n]")
            .stored("float32[1]")
            .stored("float32[1]")
            .stored("float32[1]")
            .stored("float32[1]");
    assertThat(call.infer(NORMALIZATION).get(0)).hasSizes("n");
  }

  @Test
  void learnsTheChannelsFromTheScale() {
    TestCall call =
        TestCall.onnx("BatchNormalization", 15)
            .input("float32[batch, channels, 8, 8]")
            .stored("float32[4]")
            .stored("float32[4]")
            .stored("float32[4]")
            .stored("float32[4]");
    assertThat(call.shape(NORMALIZATION)).isEqualTo("float32[batch, 4, 8, 8]");
  }

  @Test
  void refusesAScaleOfOtherChannels() {
    TestCall call =
        TestCall.onnx("BatchNormalization", 15).input("float32[1, 3, 8, 8]").stored("float32[4]");
    assertThatThrownBy(() -> NORMALIZATION.outputs(call.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("other channels");
  }

  @Test
  void knowsTheTypesOfAnUnknownInput() {
    TestCall call = call(15).withUnknownRank(0).outputs("Y", "mean", "var");
    assertThat(call.shapes(NORMALIZATION))
        .containsExactly("float32[?]", "float32[4]", "float32[4]");
    assertThat(call.count(NORMALIZATION)).isUnknownBecause("the test leaves it open");
  }
}
