package io.modelcounter.core.operator.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class DotProductAttentionTest {
  private static final DotProductAttention ATTENTION = new DotProductAttention();

  private static TestCall small() {
    return TestCall.onnx("Attention", 23)
        .input("float32[2, 3, 4, 8]")
        .input("float32[2, 3, 6, 8]")
        .input("float32[2, 3, 6, 8]");
  }

  @Test
  void multipliesScoresAndValuesOverTheFullSquare() {
    assertThat(AttentionSamples.byHeads().count(ATTENTION))
        .hasMultiplyAdds("768*batch*k*q") // 8 heads, 64 + 32 a score
        .hasWork(WorkKind.SUM_START, "8*batch*k*q + 256*batch*q");
  }

  @Test
  void givesOutputCacheAndScores() {
    assertThat(AttentionSamples.byHeads().shapes(ATTENTION))
        .containsExactly(
            "float32[batch, 8, q, 32]",
            "float32[batch, 8, k, 64]",
            "float32[batch, 8, k, 32]",
            "float32[batch, 8, q, k]");
  }

  @Test
  void readsHeadsFromPackedInputs() {
    TestCall call = AttentionSamples.packed();
    assertThat(call.shapes(ATTENTION))
        .containsExactly(
            "float16[batch, q, 512]",
            "float16[batch, 2, k, 64]",
            "float16[batch, 2, k, 64]",
            "float16[batch, 8, q, k]");
    assertThat(call.multiplyAdds(ATTENTION)).isEqualTo(Size.parse("1024*batch*k*q"));
  }

  @Test
  void countsGroupedHeadsAsManyAsQueryHeads() {
    TestCall shared =
        TestCall.onnx("Attention", 23)
            .input("float32[2, 9, 4, 8]")
            .input("float32[2, 3, 6, 8]")
            .input("float32[2, 3, 6, 8]");
    assertThat(shared.multiplyAdds(ATTENTION)).isEqualTo(Size.of(6_912));
    assertThat(small().multiplyAdds(ATTENTION)).isEqualTo(Size.of(2_304));
  }

  @Test
  void asksThePositionsOfTheCacheToo() {
    TestCall call =
        AttentionSamples.byHeads()
            .absent()
            .input("float32[batch, 8, past, 64]")
            .input("float32[batch, 8, past, 32]");
    assertThat(call.shapes(ATTENTION))
        .containsExactly(
            "float32[batch, 8, q, 32]",
            "float32[batch, 8, k + past, 64]",
            "float32[batch, 8, k + past, 32]",
            "float32[batch, 8, q, k + past]");
    assertThat(call.multiplyAdds(ATTENTION))
        .isEqualTo(Size.parse("768*batch*k*q + 768*batch*past*q"));
  }

  @Test
  void takesASoftmaxOverTheKeys() {
    // 24 rows of 6 scores; Q and K are scaled, 192 and 288 elements
    assertThat(small().count(ATTENTION))
        .hasWork(WorkKind.COMPARE, "120")
        .hasWork(WorkKind.ADD, "264")
        .hasWork(WorkKind.EXP, "144")
        .hasWork(WorkKind.DIVIDE, "144")
        .hasWork(WorkKind.MULTIPLY, "480");
    assertThat(small().attribute("scale", 1.0).count(ATTENTION)).hasWork(WorkKind.MULTIPLY, "0");
  }

  @Test
  void assumesThatMaskedPositionsAreComputed() {
    assertThat(small().attribute("is_causal", 1L).count(ATTENTION))
        .hasMultiplyAdds("2304")
        .hasWork(WorkKind.SELECT, "144")
        .assumes("every query meets every key");
    assertThat(small().input("bool[4, 6]").count(ATTENTION)).hasWork(WorkKind.SELECT, "144");
    assertThat(small().input("float32[4, 6]").count(ATTENTION))
        .hasWork(WorkKind.SELECT, "0")
        .hasWork(WorkKind.ADD, "408");
    assertThat(small().count(ATTENTION).assumptions()).isEmpty();
  }

  @Test
  void hidesPositionsOutsideOfWindowAndValidLength() {
    TestCall call =
        small().absent().absent().absent().input("int64[2]").attribute("left_window_size", 2L);
    assertThat(call.count(ATTENTION)).hasWork(WorkKind.SELECT, "288");
  }

  @Test
  void capsScores() {
    assertThat(small().attribute("softcap", 30.0).count(ATTENTION))
        .hasWork(WorkKind.HYPERBOLIC, "144")
        .hasWork(WorkKind.DIVIDE, "288")
        .hasWork(WorkKind.MULTIPLY, "624");
  }

  @Test
  void convertsScoresToThePrecisionOfTheSoftmax() {
    TestCall call =
        TestCall.onnx("Attention", 23)
            .input("float16[2, 3, 4, 8]")
            .input("float16[2, 3, 6, 8]")
            .input("float16[2, 3, 6, 8]")
            .attribute("softmax_precision", 1L);
    assertThat(call.count(ATTENTION))
        .hasWork(WorkKind.EXP, ElementType.FLOAT32, "144")
        .hasWork(WorkKind.CONVERT, "288");
  }

  @Test
  void refusesHeadsThatDoNotShareEvenly() {
    assertThatThrownBy(
            () ->
                TestCall.onnx("Attention", 23)
                    .input("float32[2, 4, 4, 8]")
                    .input("float32[2, 3, 6, 8]")
                    .input("float32[2, 3, 6, 8]")
                    .shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("4 query heads");
    assertThatThrownBy(
            () -> AttentionSamples.packed().attribute("q_num_heads", 7L).shape(ATTENTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("7 heads");
  }

  @Test
  void knowsTypesAndTheOutputWithoutTheCache() {
    TestCall call = AttentionSamples.byHeads().absent().input("float32[?]").input("float32[?]");
    assertThat(call.infer(ATTENTION).get(0)).hasType("float32[batch, 8, q, 32]");
    assertThat(call.infer(ATTENTION).get(1)).hasSizes("batch", "8", "k + present_key.past", "64");
    assertThat(call.count(ATTENTION)).isUnknown();
    assertThat(AttentionSamples.packed().withUnknownRank(2).infer(ATTENTION).get(3))
        .hasElementType(ElementType.FLOAT16)
        .hasUnknownRank();
  }
}
