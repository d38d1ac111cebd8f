package io.modelcounter.core.operator.loss;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class ClassLossTest {
  private static final NegativeLogLikelihood LIKELIHOOD = new NegativeLogLikelihood();
  private static final SoftmaxCrossEntropy CROSS_ENTROPY = new SoftmaxCrossEntropy();

  @Test
  void keepsALossPerLabelWithoutReduction() {
    assertThat(LossSamples.likelihood("none").shape(LIKELIHOOD)).isEqualTo("float32[n, 6]");
    assertThat(LossSamples.likelihood("none").count(LIKELIHOOD))
        .hasWork(WorkKind.NEGATE, "6*n")
        .hasOnlyWork(WorkKind.NEGATE);
  }

  @Test
  void addsUpToAScalar() {
    assertThat(LossSamples.likelihood("sum").shape(LIKELIHOOD)).isEqualTo("float32[]");
    assertThat(LossSamples.likelihood("sum").count(LIKELIHOOD)).hasWork(WorkKind.ADD, "6*n - 1");
    assertThat(LossSamples.likelihood("mean").count(LIKELIHOOD)).hasWork(WorkKind.DIVIDE, "1");
  }

  @Test
  void weighsAndIgnoresLabels() {
    assertThat(
            LossSamples.likelihood("mean")
                .stored("float32[5]")
                .attribute("ignore_index", -1L)
                .count(LIKELIHOOD))
        .hasWork(WorkKind.MULTIPLY, "6*n")
        .hasWork(WorkKind.SELECT, "6*n")
        .hasWork(WorkKind.ADD, "12*n - 2");
  }

  @Test
  void explainsItsWorkInNamedTerms() {
    assertThat(text(LossSamples.likelihood("none")))
        .isEqualTo("samples * operations with samples = 6*n, operations = 1");
    assertThat(text(LossSamples.likelihood("sum")))
        .startsWith("samples * operations + (samples - 1)");
    assertThat(text(LossSamples.likelihood("mean")))
        .startsWith("samples * operations + (samples - 1) + 1 ");
    assertThat(text(LossSamples.likelihood("mean").stored("float32[5]")))
        .startsWith("samples * operations + 2 * (samples - 1) + 1 ")
        .endsWith("operations = 2");
    assertThat(LossSamples.crossEntropy().count(CROSS_ENTROPY).formula().text())
        .startsWith("samples * (5 * classes - 1) + samples * operations + (samples - 1) + 1 ");
  }

  private static String text(TestCall call) {
    return call.count(LIKELIHOOD).formula().text();
  }

  @Test
  void takesTheLogarithmOfASoftmaxFirst() {
    assertThat(LossSamples.crossEntropy().shapes(CROSS_ENTROPY))
        .containsExactly("float32[]", "float32[n, 5]");
    assertThat(LossSamples.crossEntropy().attribute("reduction", "none").count(CROSS_ENTROPY))
        .hasWork(WorkKind.COMPARE, "4*n")
        .hasWork(WorkKind.ADD, "14*n")
        .hasWork(WorkKind.EXP, "5*n")
        .hasWork(WorkKind.LOG, "n")
        .hasWork(WorkKind.NEGATE, "n");
  }

  @Test
  void knowsTheScalarWithoutTheScores() {
    assertThat(LossSamples.crossEntropy().withUnknownRanks().infer(CROSS_ENTROPY).get(0))
        .hasType("float32[]");
    assertThat(LossSamples.crossEntropy().withUnknownRanks().count(CROSS_ENTROPY)).isUnknown();
  }

  @Test
  void refusesAnotherReduction() {
    assertThatThrownBy(() -> LossSamples.likelihood("median").shape(LIKELIHOOD))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("median");
  }
}
