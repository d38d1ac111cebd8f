package com.acme.layers;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static io.modelcounter.tck.ModelCounterAssertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

final class WindowAttentionTest {
  private final WindowAttention operator = new WindowAttention();

  private static TestCall tokens(String tokens) {
    return WindowAttentionSamples.call()
        .input("float32[batch, " + tokens + ", 96]")
        .stored("float32[96, 288]")
        .stored("float32[96, 96]");
  }

  @Test
  void keepsTheShapeOfTheTokens() {
    assertThat(tokens("n").shape(operator)).isEqualTo("float32[batch, n, 96]");
  }

  @Test
  void letsATokenMeetThoseOfItsWindow() {
    // 4 windows of 49: 196 * 96 * 288 + 4 * 49 * 49 * (96 + 96) + 196 * 96 * 96
    assertThat(tokens("196").count(operator)).hasMultiplyAdds("9069312*batch");
    // 4 heads, 4 windows, 49 rows of 49 scores
    assertThat(tokens("196").count(operator)).hasWork(WorkKind.EXP, "38416*batch");
  }

  @Test
  void fillsUpTheLastWindow() {
    // 5 windows: 197 * 96 * 288 + 5 * 49 * 49 * 192 + 197 * 96 * 96
    assertThat(tokens("197").count(operator)).hasMultiplyAdds("9567168*batch");
    assertThat(tokens("197").count(operator)).assumes("fill up the last window");
  }

  @Test
  void staysOpenWhereTheTokensAreNotCounted() {
    assertThat(tokens("n").count(operator))
        .hasMultiplyAdds("36864*batch*n + 460992*batch*floor((n + 48)/49)");
  }

  @Test
  void isUnknownWithoutTheWeights() {
    TestCall call = tokens("196").withUnknownRank(1);
    assertThat(call.shape(operator)).isEqualTo("float32[batch, 196, 96]");
    assertThat(call.count(operator)).isUnknown();
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    TestCall call =
        WindowAttentionSamples.call()
            .input("float32[1, 49, 96]")
            .stored("float32[64, 192]")
            .stored("float32[96, 96]");
    assertThatThrownBy(() -> call.infer(operator))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("Wqkv is [64, 192], but the tokens have 96 channels");
  }
}
