package io.modelcounter.onnx.contrib.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ProjectedAttentionTest {
  private static final MaskedSelfAttention ATTENTION = new MaskedSelfAttention();
  private static final QuantizedAttention QUANTIZED = new QuantizedAttention();
  private static final PackedAttention PACKED = new PackedAttention();

  /** Two sequences of 3 positions: 36 scores in 12 rows. */
  private static TestCall small() {
    return AttentionSamples.call("Attention")
        .input("float32[2, 3, 16]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .attribute("num_heads", 2L);
  }

  @Test
  void projectsAndAttends() {
    // 16 * 48 = 768 a position; 2 heads of 8 + 8 a pair
    assertThat(AttentionSamples.projected().count(ATTENTION))
        .hasMultiplyAdds("768*batch*q + 32*batch*q^2")
        .hasWork(WorkKind.BIAS_ADD, "48*batch*q");
    assertThat(AttentionSamples.projected().shapes(ATTENTION))
        .containsExactly("float32[batch, q, 16]", "float32[2, batch, 2, q, 8]");
  }

  @Test
  void scalesScoresAndTakesTheirSoftmax() {
    assertThat(small().count(ATTENTION))
        .hasMultiplyAdds("5184") // 6 * 768 + 36 * 16
        .hasWork(WorkKind.SUM_START, "420") // 6 * 48 + 36 + 12 * 8
        .hasWork(WorkKind.MULTIPLY, "36")
        .hasWork(WorkKind.COMPARE, "24")
        .hasWork(WorkKind.ADD, "60")
        .hasWork(WorkKind.EXP, "36")
        .hasWork(WorkKind.DIVIDE, "36")
        .hasWork(WorkKind.SELECT, "0");
    assertThat(small().attribute("scale", 1.0).count(ATTENTION)).hasWork(WorkKind.MULTIPLY, "0");
    assertThat(small().count(ATTENTION).assumptions()).isEmpty();
  }

  @Test
  void meetsThePositionsOfTheCacheToo() {
    assertThat(AttentionSamples.withPast().count(ATTENTION))
        .hasMultiplyAdds("768*batch*q + 32*batch*q^2 + 32*batch*past*q");
    assertThat(AttentionSamples.withPast().shapes(ATTENTION))
        .containsExactly("float32[batch, q, 16]", "float32[2, batch, 2, past + q, 8]");
  }

  @Test
  void knowsTheWorkInABufferIfItsFillIsKnown() {
    // 6 keys: 5 and the new one
    assertThat(AttentionSamples.oneStep().count(ATTENTION)).hasMultiplyAdds("960*batch");
    assertThat(AttentionSamples.oneStep().shapes(ATTENTION))
        .containsExactly("float16[batch, 1, 16]", "float16[2, batch, 2, 32, 8]");
  }

  @Test
  void boundsTheWorkInABufferWhoseFillIsNotKnown() {
    TestCall call =
        AttentionSamples.withPast()
            .absent()
            .input("int32[1]")
            .attribute("past_present_share_buffer", 1L);
    assertThat(call.count(ATTENTION))
        .hasWorkBetween(
            WorkKind.MULTIPLY_ADD, "768*batch*q + 32*batch*q^2", "768*batch*q + 32*batch*past*q");
  }

  @Test
  void hidesAndAddsMasks() {
    assertThat(small().input("int32[2, 3]").attribute("unidirectional", 1L).count(ATTENTION))
        .hasWork(WorkKind.SELECT, "72")
        .assumes("every query meets every key");
    assertThat(small().absent().absent().input("float32[1, 1, 3, 3]").count(ATTENTION))
        .hasWork(WorkKind.ADD, "96")
        .assumes("every query meets every key");
  }

  @Test
  void rotatesQueriesAndKeys() {
    // 2 * 6 positions * 2 heads * 8 elements
    assertThat(small().attribute("do_rotary", 1L).count(ATTENTION))
        .hasWork(WorkKind.MULTIPLY, "420")
        .hasWork(WorkKind.ADD, "252");
    assertThat(
            small()
                .attribute("do_rotary", 1L)
                .attribute("rotary_embedding_dim", 4L)
                .count(ATTENTION))
        .hasWork(WorkKind.ADD, "156");
  }

  @Test
  void readsSizesOfQueryKeyAndValue() {
    TestCall call =
        AttentionSamples.call("Attention")
            .input("float32[1, 3, 16]")
            .stored("float32[16, 64]")
            .stored("float32[64]")
            .attribute("num_heads", 2L)
            .attribute("qkv_hidden_sizes", 24L, 24L, 16L);
    assertThat(call.shape(ATTENTION)).isEqualTo("float32[1, 3, 16]");
    assertThat(call.count(ATTENTION)).hasMultiplyAdds("3432"); // 3 * 16 * 64 + 18 * (12 + 8)
    assertThatThrownBy(() -> call.attribute("qkv_hidden_sizes", 24L, 24L, 24L).shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[24, 24, 24]");
  }

  @Test
  void takesWeightAndBiasForParameters() {
    assertThat(ATTENTION.role(small().call(ATTENTION), 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(ATTENTION.role(small().call(ATTENTION), 2)).isEqualTo(InputRole.PARAMETER);
    assertThat(ATTENTION.role(small().call(ATTENTION), 4)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void knowsOutputAndWorkOnlyWithTheShapesNeeded() {
    TestCall call = AttentionSamples.projected().absent().input("float32[?]");
    assertThat(call.infer(ATTENTION).get(0)).hasType("float32[batch, q, 16]");
    assertThat(call.infer(ATTENTION).get(1)).hasSizes("2", "batch", "2", "present.keys", "8");
    assertThat(call.count(ATTENTION)).isUnknown();
    assertThat(small().withUnknownRank(1).infer(ATTENTION).get(0))
        .hasElementType(ElementType.FLOAT32)
        .hasUnknownRank();
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> small().attribute("num_heads", 3L).shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("3 heads");
    assertThatThrownBy(() -> small().absent().input("float32[2, 2, 5, 8]").shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected rank 5");
  }

  @Test
  void projectsIntegersAndAttendsInTheTypeOfTheBias() {
    TestCall call = AttentionSamples.quantized();
    assertThat(call.shapes(QUANTIZED))
        .containsExactly("float32[batch, q, 16]", "float32[2, batch, 2, past + q, 8]");
    assertThat(call.count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "768*batch*q")
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, "32*batch*q^2 + 32*batch*past*q")
        .hasWork(WorkKind.CONVERT, ElementType.FLOAT32, "48*batch*q")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "16*batch*q")
        .hasWork(WorkKind.ADD, ElementType.INT8, "0");
    assertThat(call.withUnknownRank(1).infer(QUANTIZED).get(0))
        .hasElementType(ElementType.FLOAT32)
        .hasUnknownRank();
  }

  @Test
  void countsPackedSequencesAtFullLength() {
    assertThat(AttentionSamples.packed().shape(PACKED)).isEqualTo("float32[tokens, 16]");
    // 144 pairs a sequence and head
    assertThat(AttentionSamples.packed().count(PACKED))
        .hasMultiplyAdds("768*tokens + 4608*sequences")
        .hasWork(WorkKind.BIAS_ADD, "48*tokens")
        .assumes("as long as it was with padding");
  }
}
