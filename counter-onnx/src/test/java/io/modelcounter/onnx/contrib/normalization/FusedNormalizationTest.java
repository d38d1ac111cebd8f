package io.modelcounter.onnx.contrib.normalization;

import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.call;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.embedding;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.embeddingOfSegments;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.gated;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.group;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.skipGroup;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.skipLayer;
import static io.modelcounter.onnx.contrib.normalization.NormalizationSamples.skipSimplified;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class FusedNormalizationTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(NormalizationOperators.all());

  private static InputRole role(TestCall call, int input) {
    return FAMILY.role(call.call(FAMILY), input);
  }

  @Test
  void addsTheSkippedTensorBeforeALayerNormalization() {
    // 160 elements in 5 rows an image: the skip 160, sums 2 * (160 - 5), distances 160, epsilons 5
    assertThat(skipLayer().count(FAMILY))
        .hasWork(WorkKind.ADD, "635*batch")
        .hasWork(WorkKind.MULTIPLY, "480*batch")
        .hasWork(WorkKind.DIVIDE, "15*batch")
        .hasWork(WorkKind.SQRT, "5*batch");
    assertThat(skipLayer().count(FAMILY).formula().text())
        .isEqualTo("7 * elements + 3 * groups with elements = 160*batch, groups = 5*batch");
  }

  @Test
  void addsShiftAndBiasWhereTheyAre() {
    TestCall shifted = skipLayer().stored("float32[32]");
    assertThat(shifted.count(FAMILY)).hasWork(WorkKind.ADD, "795*batch");
    assertThat(shifted.stored("float32[32]").count(FAMILY)).hasWork(WorkKind.ADD, "955*batch");
    assertThat(skipLayer().absent().stored("float32[32]").count(FAMILY))
        .hasWork(WorkKind.ADD, "795*batch");
  }

  @Test
  void takesNoMeanAndNoShiftForASimplifiedOne() {
    // the skip 160 in float16; the sum of squares 160 - 5 and 5 epsilons in float32
    assertThat(skipSimplified().count(FAMILY))
        .hasWork(WorkKind.ADD, ElementType.FLOAT16, "160*batch")
        .hasWork(WorkKind.ADD, ElementType.FLOAT32, "160*batch")
        .hasWork(WorkKind.DIVIDE, ElementType.FLOAT32, "10*batch")
        .hasWork(WorkKind.MULTIPLY, "480*batch");
    assertThat(skipSimplified().stored("float16[32]").count(FAMILY))
        .hasWork(WorkKind.ADD, ElementType.FLOAT16, "320*batch");
  }

  @Test
  void givesStatisticsInFloat32AndTheSum() {
    TestCall call = skipSimplified().outputs("Y", "mean", "deviation", "sum");
    assertThat(call.shapes(FAMILY))
        .containsExactly(
            "float16[batch, 5, 32]",
            "float32[batch, 5, 1]",
            "float32[batch, 5, 1]",
            "float16[batch, 5, 32]");
    assertThat(call.withUnknownRanks().shapes(FAMILY))
        .containsExactly("float16[?]", "float32[?]", "float32[?]", "float16[?]");
  }

  @Test
  void knowsTheWeightsOfASkipNormalization() {
    TestCall call = skipLayer().stored("float32[32]").stored("float32[32]");
    assertThat(role(call, 0)).isEqualTo(InputRole.CONSTANT);
    assertThat(role(call, 1)).isEqualTo(InputRole.OPERAND);
    for (int input = 2; input < 5; input++) {
      assertThat(role(call, input)).isEqualTo(InputRole.PARAMETER);
    }
    TestCall wrong =
        call("SkipLayerNormalization")
            .input("float32[2, 4]")
            .input("float32[2, 4]")
            .stored("float32[5]");
    assertThatThrownBy(() -> wrong.infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("other channels");
  }

  @Test
  void looksUpAddsAndNormalizesEmbeddings() {
    assertThat(embedding().shape(FAMILY)).isEqualTo("float32[batch, 6, 8]");
    // 48 elements in 6 rows an image: one table more 48, sums 2 * (48 - 6), distances 48,
    // epsilons 6, shift 48
    assertThat(embedding().count(FAMILY))
        .hasWork(WorkKind.ADD, "234*batch")
        .hasWork(WorkKind.MULTIPLY, "144*batch")
        .hasWork(WorkKind.DIVIDE, "18*batch");
    assertThat(embeddingOfSegments().shapes(FAMILY))
        .containsExactly(
            "float16[batch, sequence, 8]", "int32[batch]", "float16[batch, sequence, 8]");
    assertThat(embeddingOfSegments().count(FAMILY))
        .hasWork(WorkKind.ADD, ElementType.FLOAT16, "24*batch*sequence")
        .assumes("lengths of the sequences");
    assertThat(role(embedding(), 2)).isEqualTo(InputRole.PARAMETER);
    assertThat(role(embedding(), 0)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void readsOnlyTheRowsOfATableThatAreLookedUp() {
    TestCall call = embedding().bind(Bindings.of("batch", 2));
    Traffic traffic = FAMILY.traffic(call.call(FAMILY));
    // ids 2 * 6 * 4, two tables of 2 * 6 rows of 8 floats, scale and shift of 8 floats
    assertThat(traffic.readBytes().toString()).isEqualTo("880");
    assertThat(traffic.writeBytes().toString()).isEqualTo("384");
  }

  @Test
  void refusesTablesOfOtherHiddenSizes() {
    TestCall call =
        call("EmbedLayerNormalization")
            .input("int32[2, 6]")
            .absent()
            .stored("float32[100, 8]")
            .stored("float32[16, 9]");
    assertThatThrownBy(() -> call.infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("hidden size is 8 in one place and 9");
  }

  @Test
  void groupsChannelsOfTheLastAxis() {
    // 128 elements in 2 groups an image: sums 2 * (128 - 2), distances 128, epsilons 2, shift 128
    assertThat(group().count(FAMILY))
        .hasWork(WorkKind.ADD, "510*batch")
        .hasWork(WorkKind.SQRT, "2*batch")
        .hasWork(WorkKind.MULTIPLY, "384*batch");
    assertThatThrownBy(() -> FAMILY.count(group().attribute("groups", 3).call(FAMILY)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("divisor of the 8 channels");
  }

  @Test
  void addsBeforeAndActivatesBehindAGroupNormalization() {
    assertThat(skipGroup().shapes(FAMILY))
        .containsExactly("float16[batch, 8, h, w]", "float16[batch, 8, h, w]");
    // in float16: skip, bias, shift and the addition of the sigmoid
    assertThat(skipGroup().count(FAMILY))
        .hasWork(WorkKind.ADD, ElementType.FLOAT16, "32*batch*h*w")
        .hasWork(WorkKind.EXP, ElementType.FLOAT16, "8*batch*h*w")
        .hasWork(WorkKind.SQRT, "4*batch");
    assertThat(role(skipGroup(), 3)).isEqualTo(InputRole.OPERAND);
    assertThat(role(skipGroup(), 4)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void normalizesEveryHeadAndMultipliesByTheGate() {
    assertThat(gated().shape(FAMILY)).isEqualTo("float16[batch, 3, 32]");
    // 96 elements in 12 groups an image, all in float32: squares, factors and scale 288, the
    // product in the gate's SiLU 96, the gate itself 96
    assertThat(gated().count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "480*batch")
        .hasWork(WorkKind.SQRT, "12*batch")
        .hasWork(WorkKind.EXP, "96*batch");
    TestCall uneven =
        call("GatedRMSNorm").input("float16[2, 32]").stored("float16[5]").input("float16[2, 32]");
    assertThatThrownBy(() -> FAMILY.count(uneven.call(FAMILY)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("divisor of the 32 channels");
  }
}
