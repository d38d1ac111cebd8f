package io.modelcounter.onnx.contrib.recurrent;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecurrentOperatorsTest {
  private static final DynamicallyQuantizedLstm QUANTIZED = new DynamicallyQuantizedLstm();
  private static final AttentiveLstm ATTENTIVE = new AttentiveLstm();

  @Test
  void givesTheSequenceAndTheLastStates() {
    assertThat(RecurrentSamples.quantized().shapes(QUANTIZED))
        .containsExactly("float32[steps, 1, n, 32]", "float32[1, n, 32]", "float32[1, n, 32]");
    assertThat(RecurrentSamples.attentive().shapes(ATTENTIVE))
        .containsExactly(
            "float32[steps, 1, batch, 32]", "float32[1, batch, 32]", "float32[1, batch, 32]");
  }

  @Test
  void quantizesTheInputOnceAndTheStateAtEveryStep() {
    // 4 * 32 sums a step, of 16 products with the input and 32 with the state; 16 + 32 elements
    // are quantized a step, in steps + 1 tensors
    assertThat(RecurrentSamples.quantized().count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "6144*n*steps")
        .hasWork(WorkKind.SUM_START, "256*n*steps")
        .hasWork(WorkKind.CONVERT, "256*n*steps")
        .hasWork(WorkKind.ROUND, "48*n*steps + steps + 1")
        .hasWork(WorkKind.COMPARE, "192*n*steps + 2*steps + 2")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "48*n*steps")
        .hasWork(WorkKind.ADD, ElementType.INT8, "6144")
        .hasWork(WorkKind.HYPERBOLIC, "64*n*steps");
  }

  @Test
  void readsWeightsWhoseGatesAreTheLastAxis() {
    TestCall wrong =
        TestCall.of("com.microsoft", "DynamicQuantizeLSTM", 1)
            .input("float32[steps, n, 16]")
            .stored("int8[1, 128, 16]")
            .stored("int8[1, 128, 32]");
    assertThatThrownBy(() -> wrong.shape(QUANTIZED)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void attendsToTheMemoryAtEveryStep() {
    // LSTM 128 * (40 + 32), query 32 * 8, scores 20 * 8, context 20 * 24; keys once 20 * 24 * 8
    TestCall call = RecurrentSamples.attentive();
    assertThat(call.count(ATTENTIVE))
        .hasMultiplyAdds("10112*batch*steps + 3840*batch")
        .hasWork(WorkKind.HYPERBOLIC, "224*batch*steps")
        .hasWork(WorkKind.EXP, "116*batch*steps");
    TestCall layered = call.absent().stored("float32[1, 56, 24]");
    assertThat(layered.multiplyAdds(ATTENTIVE))
        .isEqualTo(Size.parse("11456*batch*steps + 3840*batch"));
  }

  @Test
  void assumesFullLengthsWhereLengthsAreGiven() {
    assertThat(RecurrentSamples.attentive().input("int32[batch]").count(ATTENTIVE))
        .assumes("full length");
  }

  @Test
  void takesAllWeightsForParameters() {
    TestCall call = RecurrentSamples.attentive().absent().stored("float32[1, 56, 24]");
    assertThat(
            IntStream.range(0, 14)
                .filter(i -> ATTENTIVE.role(call.call(ATTENTIVE), i) == InputRole.PARAMETER))
        .containsExactly(1, 2, 3, 7, 8, 9, 10, 13);
    assertThat(
            IntStream.range(0, 12)
                .filter(
                    i ->
                        QUANTIZED.role(RecurrentSamples.quantized().call(QUANTIZED), i)
                            == InputRole.PARAMETER))
        .containsExactly(1, 2, 3, 7);
  }
}
