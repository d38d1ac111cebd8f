package io.modelcounter.core.operator.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Graph;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.LinearAttention;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherAttentionTest {
  private static final FlexibleAttention FLEXIBLE = new FlexibleAttention();
  private static final LinearAttention LINEAR =
      new LinearAttention(OperatorRange.onnx("LinearAttention"));
  private static final RotaryEmbedding ROTARY =
      RotaryEmbedding.withPositionsLast(OperatorRange.onnx("RotaryEmbedding"));

  private static TestCall flexible() {
    return TestCall.of("ai.onnx.preview", "FlexAttention", 1)
        .input("float16[2, 8, 4, 16]")
        .input("float16[2, 2, 6, 16]")
        .input("float16[2, 2, 6, 32]");
  }

  @Test
  void takesTheSoftmaxOfFlexibleAttentionInSinglePrecision() {
    assertThat(flexible().shape(FLEXIBLE)).isEqualTo("float16[2, 8, 4, 32]");
    assertThat(flexible().count(FLEXIBLE))
        .hasMultiplyAdds("18432")
        .hasWork(WorkKind.EXP, ElementType.FLOAT32, "384")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "384");
  }

  @Test
  void isALowerBoundWhereAGraphChangesScores() {
    Graph graph = new Graph("score_mod", List.of(), List.of(), List.of(), Map.of(), Map.of());
    assertThat(flexible().attribute("score_mod", AttributeValue.of(graph)).count(FLEXIBLE))
        .hasWorkAtLeast(WorkKind.MULTIPLY_ADD, "18432");
  }

  @Test
  void updatesAndReadsTheStateOfLinearAttention() {
    // 4 query heads, 2 key heads, keys of 8, values of 24: a state of 192
    assertThat(AttentionSamples.linear("linear").shapes(LINEAR))
        .containsExactly("float32[batch, t, 96]", "float32[batch, 2, 8, 24]");
    assertThat(AttentionSamples.linear("linear").count(LINEAR))
        .hasMultiplyAdds("1152*batch*t")
        .hasWork(WorkKind.MULTIPLY, "96*batch*t")
        .hasWork(WorkKind.EXP, "0")
        .assumes("position by position");
  }

  @Test
  void correctsAndDecaysTheStateByTheUpdateRule() {
    assertThat(AttentionSamples.linear("delta").count(LINEAR))
        .hasMultiplyAdds("1536*batch*t")
        .hasWork(WorkKind.ADD, "48*batch*t")
        .hasWork(WorkKind.MULTIPLY, "144*batch*t")
        .hasWork(WorkKind.EXP, "0");
    assertThat(AttentionSamples.linear("gated").count(LINEAR))
        .hasMultiplyAdds("1152*batch*t")
        .hasWork(WorkKind.EXP, "2*batch*t")
        .hasWork(WorkKind.MULTIPLY, "480*batch*t");
    assertThatThrownBy(() -> AttentionSamples.linear("cubic").count(LINEAR))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("cubic");
  }

  @Test
  void startsNoSumForKeysOfSizeZero() {
    TestCall call =
        TestCall.onnx("LinearAttention", 27)
            .input("float32[1, 3, 0]")
            .input("float32[1, 3, 0]")
            .input("float32[1, 3, 8]")
            .attribute("q_num_heads", 2L)
            .attribute("kv_num_heads", 2L)
            .attribute("update_rule", "linear")
            .outputs("output", "present_state");
    assertThat(call.count(LINEAR)).hasMultiplyAdds("0").hasWork(WorkKind.SUM_START, "0");
  }

  @Test
  void rotatesThePartOfAHeadThatIsAskedFor() {
    TestCall full =
        TestCall.onnx("RotaryEmbedding", 23)
            .input("float32[batch, 8, s, 64]")
            .input("float32[batch, s, 32]")
            .input("float32[batch, s, 32]");
    assertThat(full.shape(ROTARY)).isEqualTo("float32[batch, 8, s, 64]");
    assertThat(full.count(ROTARY))
        .hasWork(WorkKind.MULTIPLY, "1024*batch*s")
        .hasWork(WorkKind.ADD, "512*batch*s");
    assertThat(full.attribute("rotary_embedding_dim", 16L).count(ROTARY))
        .hasWork(WorkKind.ADD, "128*batch*s");
    assertThat(full.withUnknownRank(0).count(ROTARY)).isUnknown();
  }

  @Test
  void readsOnlyTheRowsOfTheTablesThatPositionsTake() {
    TestCall call =
        TestCall.onnx("RotaryEmbedding", 23)
            .input("float32[2, 8, 10, 64]")
            .stored("float32[2048, 32]")
            .stored("float32[2048, 32]")
            .input("int64[2, 10]");
    assertThat(ROTARY.traffic(call.call(ROTARY)).readBytes())
        .isEqualTo(Amount.exact(Size.of(4 * 10_240 + 8 * 20 + 2 * 4 * 20 * 32)));
  }

  @Test
  void refusesAScalarForATableOfPositions() {
    TestCall call =
        TestCall.onnx("RotaryEmbedding", 23)
            .input("float32[2, 8, 10, 64]")
            .stored("float32[]")
            .stored("float32[2048, 32]")
            .input("int64[2, 10]");
    assertThatThrownBy(() -> ROTARY.traffic(call.call(ROTARY)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected a table");
  }
}
