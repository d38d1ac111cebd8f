package io.modelcounter.onnx.contrib.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class MultiHeadAttentionTest {
  private static final MultiHeadAttention ATTENTION = MultiHeadAttention.ofAnyLength();
  private static final MultiHeadAttention ONE_STEP = MultiHeadAttention.ofOneStep();
  private static final PackedMultiHeadAttention PACKED = new PackedMultiHeadAttention();

  @Test
  void attendsByHeads() {
    // 2 heads of 8 + 4 a pair
    assertThat(AttentionSamples.byHeads().count(ATTENTION))
        .hasMultiplyAdds("24*batch*k*q")
        .hasWork(WorkKind.BIAS_ADD, "0");
    assertThat(AttentionSamples.byHeads().shapes(ATTENTION))
        .containsExactly(
            "float32[batch, q, 8]",
            "float32[batch, 2, k, 8]",
            "float32[batch, 2, k, 4]",
            "float32[batch, 2, q, k]");
  }

  @Test
  void addsBiasAndMasksAndMeetsTheCache() {
    TestCall call = AttentionSamples.byHeadsWithPast();
    assertThat(call.shapes(ATTENTION))
        .containsExactly(
            "float32[batch, q, 8]",
            "float32[batch, 2, k + past, 8]",
            "float32[batch, 2, k + past, 4]",
            "float32[batch, 2, q, k + past]");
    assertThat(call.count(ATTENTION))
        .hasMultiplyAdds("24*batch*k*q + 24*batch*past*q")
        .hasWork(WorkKind.BIAS_ADD, "16*batch*q + 24*batch*k")
        .hasWork(WorkKind.SELECT, "2*batch*k*q + 2*batch*past*q")
        .assumes("every query meets every key");
    assertThat(ATTENTION.role(call.call(ATTENTION), 3)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void addsTheBiasOnlyToQueriesWhereKeysComeFromTheCache() {
    TestCall call =
        AttentionSamples.call("MultiHeadAttention")
            .input("float32[2, 1, 10]")
            .input("float32[2, 2, 20, 5]")
            .input("float32[2, 2, 20, 5]")
            .stored("float32[30]")
            .attribute("num_heads", 2L);
    assertThat(call.shape(ATTENTION)).isEqualTo("float32[2, 1, 10]");
    assertThat(call.count(ATTENTION))
        .hasMultiplyAdds("800") // 2 * 2 * 1 * 20 * (5 + 5)
        .hasWork(WorkKind.BIAS_ADD, "20");
  }

  @Test
  void readsQueriesKeysAndValuesInOneTensor() {
    TestCall all =
        AttentionSamples.call("MultiHeadAttention")
            .input("float16[2, 6, 4, 3, 8]")
            .attribute("num_heads", 4L);
    assertThat(all.shape(ATTENTION)).isEqualTo("float16[2, 6, 32]");
    assertThat(all.count(ATTENTION)).hasMultiplyAdds("4608"); // 2 * 4 * 36 * 16
    TestCall keysAndValues =
        AttentionSamples.call("MultiHeadAttention")
            .input("float16[2, 3, 32]")
            .input("float16[2, 6, 4, 2, 8]")
            .attribute("num_heads", 4L);
    assertThat(keysAndValues.shape(ATTENTION)).isEqualTo("float16[2, 3, 32]");
    assertThat(keysAndValues.count(ATTENTION)).hasMultiplyAdds("2304");
  }

  @Test
  void keepsTheLengthOfABuffer() {
    TestCall call = AttentionSamples.byHeadsWithPast().input("int32[1]");
    assertThat(call.infer(ATTENTION).get(1)).hasType("float32[batch, 2, past, 8]");
    assertThat(call.count(ATTENTION))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "24*batch*k*q", "24*batch*past*q");
  }

  @Test
  void countsOneStepInABufferBetweenItsBounds() {
    TestCall call = AttentionSamples.oneStepByHeads();
    assertThat(call.infer(ONE_STEP).get(1)).hasType("float16[batch, 2, 32, 8]");
    assertThat(call.count(ONE_STEP))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "32*batch", "1024*batch");
    assertThat(call.values(AttentionSamples.length(7)).count(ONE_STEP))
        .hasMultiplyAdds("256*batch"); // 8 keys
  }

  @Test
  void readsQueryKeyAndValueOfOneStepInOneRow() {
    TestCall call =
        AttentionSamples.call("DecoderMaskedMultiHeadAttention")
            .input("float32[2, 1, 48]")
            .attribute("num_heads", 2L);
    assertThat(call.shape(ONE_STEP)).isEqualTo("float32[2, 1, 16]");
    assertThat(call.count(ONE_STEP)).hasMultiplyAdds("64");
  }

  @Test
  void countsPackedSequencesAtFullLength() {
    assertThat(AttentionSamples.packedByHeads().shape(PACKED)).isEqualTo("float16[tokens, 8]");
    assertThat(AttentionSamples.packedByHeads().count(PACKED))
        .hasMultiplyAdds("3456*sequences") // 2 * 144 * (8 + 4)
        .hasWork(WorkKind.BIAS_ADD, "40*tokens")
        .assumes("as long as it was with padding");
    TestCall inOne =
        AttentionSamples.call("PackedMultiHeadAttention")
            .input("float16[20, 2, 3, 8]")
            .absent()
            .absent()
            .absent()
            .input("int32[3, 10]")
            .input("int32[4]")
            .attribute("num_heads", 2L);
    assertThat(inOne.shape(PACKED)).isEqualTo("float16[20, 16]");
    assertThat(inOne.count(PACKED)).hasMultiplyAdds("9600"); // 3 * 2 * 100 * 16
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(
            () ->
                AttentionSamples.call("MultiHeadAttention")
                    .input("float16[2, 6, 4, 2, 8]")
                    .attribute("num_heads", 4L)
                    .shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected 3");
    assertThatThrownBy(() -> AttentionSamples.byHeads().attribute("num_heads", 5L).shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("5 heads");
  }
}
