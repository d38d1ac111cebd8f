package io.modelcounter.core.operator.normalization;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ComputedStatisticsTest {
  private static final LayerNormalization LAYER = new LayerNormalization();

  private static TestCall layer() {
    return TestCall.onnx("LayerNormalization", 17)
        .input("float32[batch, 5, 32]")
        .stored("float32[32]")
        .stored("float32[32]");
  }

  @Test
  void countsSevenOperationsPerElementOfALayerAndThreePerGroup() {
    assertThat(layer().count(LAYER))
        .hasWork(WorkKind.ADD, "635*batch")
        .hasWork(WorkKind.MULTIPLY, "480*batch")
        .hasWork(WorkKind.DIVIDE, "15*batch")
        .hasWork(WorkKind.SQRT, "5*batch");
    assertThat(layer().count(LAYER).formula().text())
        .isEqualTo("7 * elements + 3 * groups with elements = 160*batch, groups = 5*batch");
  }

  @Test
  void leavesOutTheShiftThatIsNotThere() {
    TestCall call =
        TestCall.onnx("LayerNormalization", 17)
            .input("float32[batch, 5, 32]")
            .stored("float32[32]");
    assertThat(call.count(LAYER)).hasWork(WorkKind.ADD, "475*batch");
  }

  @Test
  void givesStatisticsInTheStashType() {
    TestCall call =
        TestCall.onnx("LayerNormalization", 17)
            .input("float16[2, 3, 4, 5]")
            .stored("float16[4, 5]")
            .attribute("axis", -2)
            .outputs("Y", "Mean", "InvStdDev");
    assertThat(call.shapes(LAYER))
        .containsExactly("float16[2, 3, 4, 5]", "float32[2, 3, 1, 1]", "float32[2, 3, 1, 1]");
    assertThat(call.count(LAYER))
        .hasWork(WorkKind.SQRT, ElementType.FLOAT32, "6")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT16, "120");
    assertThat(call.attribute("stash_type", 16).withUnknownRanks().shapes(LAYER))
        .containsExactly("float16[?]", "bfloat16[?]", "bfloat16[?]");
  }

  @Test
  void givesTheTypeOfTheScaleBeforeVersion17() {
    TestCall early =
        TestCall.onnx("LayerNormalization", 1).input("float16[2, 4]").stored("float32[4]");
    assertThat(early.shape(LAYER)).isEqualTo("float32[2, 4]");
  }

  @Test
  void refusesAScaleThatDoesNotStretch() {
    TestCall wide =
        TestCall.onnx("LayerNormalization", 17).input("float32[2, 4]").stored("float32[5]");
    assertThatThrownBy(() -> LAYER.outputs(wide.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("do not broadcast");
    TestCall deep =
        TestCall.onnx("LayerNormalization", 17).input("float32[2, 4]").stored("float32[1, 2, 4]");
    assertThatThrownBy(() -> LAYER.outputs(deep.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("does not stretch");
    TestCall beyond = layer().attribute("axis", 3);
    assertThatThrownBy(() -> LAYER.outputs(beyond.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("axis 3");
  }

  @Test
  void takesNoMeanFromARootMeanSquare() {
    RootMeanSquareNormalization rms = new RootMeanSquareNormalization();
    TestCall call =
        TestCall.onnx("RMSNormalization", 23).input("float16[batch, 5, 32]").stored("float32[32]");
    assertThat(call.shape(rms)).isEqualTo("float32[batch, 5, 32]");
    assertThat(call.count(rms))
        .hasWork(WorkKind.ADD, "160*batch")
        .hasWork(WorkKind.MULTIPLY, "480*batch")
        .hasWork(WorkKind.DIVIDE, "10*batch");
  }

  @Test
  void groupsChannels() {
    ChannelNormalization group = new ChannelNormalization("GroupNormalization", true);
    TestCall call =
        TestCall.onnx("GroupNormalization", 21)
            .input("float16[batch, 4, 16, 16]")
            .stored("float16[4]")
            .stored("float16[4]")
            .attribute("num_groups", 2);
    assertThat(call.count(group))
        .hasWork(WorkKind.SQRT, ElementType.FLOAT32, "2*batch")
        .hasWork(WorkKind.ADD, ElementType.FLOAT16, "1024*batch");
    assertThatThrownBy(() -> group.count(call.attribute("num_groups", 3).call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("divisor of the 4 channels");
  }

  @Test
  void normalizesEveryChannelOfAnInstance() {
    ChannelNormalization instance = new ChannelNormalization("InstanceNormalization", false);
    TestCall call =
        TestCall.onnx("InstanceNormalization", 6)
            .input("float32[batch, 4, 16, 16]")
            .stored("float32[4]")
            .stored("float32[4]");
    assertThat(call.shape(instance)).isEqualTo("float32[batch, 4, 16, 16]");
    assertThat(call.count(instance)).hasWork(WorkKind.SQRT, "4*batch");
  }

  @Test
  void normalizesOverTheAxesThatAreNamed() {
    MeanVarianceNormalization normalization = new MeanVarianceNormalization();
    TestCall call = TestCall.onnx("MeanVarianceNormalization", 9).input("float32[batch, 3, 4, 4]");
    assertThat(call.count(normalization)).hasWork(WorkKind.SQRT, "3");
    assertThat(call.attribute("axes", -1, -2).count(normalization))
        .hasWork(WorkKind.SQRT, "3*batch")
        .hasWork(WorkKind.MULTIPLY, "96*batch");
  }

  @Test
  void dividesByTheNormOfARow() {
    LpNormalization normalization = new LpNormalization();
    TestCall call = TestCall.onnx("LpNormalization", 1).input("float32[batch, 3, 4]");
    assertThat(call.count(normalization))
        .hasWork(WorkKind.MULTIPLY, "12*batch")
        .hasWork(WorkKind.ADD, "9*batch")
        .hasWork(WorkKind.SQRT, "3*batch")
        .hasWork(WorkKind.DIVIDE, "12*batch");
    assertThat(call.attribute("p", 1).attribute("axis", 1).count(normalization))
        .hasWork(WorkKind.NEGATE, "12*batch")
        .hasWork(WorkKind.ADD, "8*batch")
        .hasWork(WorkKind.SQRT, "0");
    assertThatThrownBy(() -> normalization.count(call.attribute("p", 3).call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("p is 3");
  }

  @Test
  void sumsOverNeighbouringChannels() {
    LocalResponseNormalization normalization = new LocalResponseNormalization();
    TestCall call =
        TestCall.onnx("LRN", 13).input("float32[batch, 96, 27, 27]").attribute("size", 5);
    assertThat(call.count(normalization))
        .hasWork(WorkKind.MULTIPLY, "139968*batch")
        .hasWork(WorkKind.ADD, "349920*batch")
        .hasWork(WorkKind.POWER, "69984*batch")
        .hasWork(WorkKind.DIVIDE, "69984*batch");
  }

  @Test
  void doesNothingForNoElements() {
    TestCall call =
        TestCall.onnx("LayerNormalization", 17).input("float32[4, 0]").stored("float32[0]");
    assertThat(call.count(LAYER)).hasOnlyWork();
  }
}
