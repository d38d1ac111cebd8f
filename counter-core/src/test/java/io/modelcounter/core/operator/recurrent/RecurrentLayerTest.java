package io.modelcounter.core.operator.recurrent;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.RecurrentCell;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurrentLayerTest {
  private static final RecurrentLayer RNN = new RecurrentLayer(RecurrentCell.RNN);
  private static final RecurrentLayer GRU = new RecurrentLayer(RecurrentCell.GRU);
  private static final RecurrentLayer LSTM = new RecurrentLayer(RecurrentCell.LSTM);

  private static TestCall bidirectionalLstm() {
    return TestCall.onnx("LSTM", 7)
        .input("float32[steps, batch, 16]")
        .stored("float32[2, 128, 16]")
        .stored("float32[2, 128, 32]")
        .attribute("hidden_size", 32L)
        .attribute("direction", "bidirectional")
        .outputs("Y", "Y_h", "Y_c");
  }

  private static AttributeValue names(String... names) {
    return AttributeValue.ofStrings(List.of(names));
  }

  @Test
  void multipliesInputAndStateByTheWeightsOfEveryGate() {
    // steps * batch * gates * hidden * (input + hidden)
    assertThat(RecurrentSamples.rnn().multiplyAdds(RNN)).isEqualTo(Size.parse("1536*batch*steps"));
    assertThat(RecurrentSamples.gru().multiplyAdds(GRU)).isEqualTo(Size.parse("4608*batch*steps"));
    assertThat(RecurrentSamples.lstm().multiplyAdds(LSTM))
        .isEqualTo(Size.parse("6144*batch*steps"));
    assertThat(RecurrentSamples.lstm().count(LSTM))
        .hasWork(WorkKind.SUM_START, "128*batch*steps")
        .hasWork(WorkKind.BIAS_ADD, "0");
  }

  @Test
  void givesTheSequenceAndTheLastStates() {
    assertThat(RecurrentSamples.lstm().shapes(LSTM))
        .containsExactly(
            "float32[steps, 1, batch, 32]", "float32[1, batch, 32]", "float32[1, batch, 32]");
    assertThat(RecurrentSamples.gru().shapes(GRU))
        .containsExactly("float32[steps, 1, batch, 32]", "float32[1, batch, 32]");
    assertThat(bidirectionalLstm().shapes(LSTM))
        .containsExactly(
            "float32[steps, 2, batch, 32]", "float32[2, batch, 32]", "float32[2, batch, 32]");
  }

  @Test
  void readsTheBatchFirstWithLayoutOne() {
    TestCall call =
        TestCall.onnx("GRU", 14)
            .input("float32[batch, steps, 16]")
            .stored("float32[1, 96, 16]")
            .stored("float32[1, 96, 32]")
            .attribute("hidden_size", 32L)
            .attribute("layout", 1L)
            .outputs("Y", "Y_h");
    assertThat(call.shapes(GRU))
        .containsExactly("float32[batch, steps, 1, 32]", "float32[batch, 1, 32]");
    assertThat(call.multiplyAdds(GRU)).isEqualTo(Size.parse("4608*batch*steps"));
  }

  @Test
  void countsBothDirections() {
    assertThat(bidirectionalLstm().multiplyAdds(LSTM)).isEqualTo(Size.parse("12288*batch*steps"));
  }

  @Test
  void addsBothBiasesOfEveryGate() {
    assertThat(RecurrentSamples.lstm().stored("float32[1, 256]").count(LSTM))
        .hasWork(WorkKind.BIAS_ADD, "256*batch*steps");
  }

  @Test
  void countsTheStandardActivationsAndStatesOfAnLstm() {
    // a unit: three sigmoids, two tangents, three products and a sum
    assertThat(RecurrentSamples.lstm().count(LSTM))
        .hasWork(WorkKind.NEGATE, "96*batch*steps")
        .hasWork(WorkKind.EXP, "96*batch*steps")
        .hasWork(WorkKind.DIVIDE, "96*batch*steps")
        .hasWork(WorkKind.HYPERBOLIC, "64*batch*steps")
        .hasWork(WorkKind.MULTIPLY, "96*batch*steps")
        .hasWork(WorkKind.ADD, "128*batch*steps");
  }

  @Test
  void splitsTheSumOfTheHiddenGateWithLinearBeforeReset() {
    TestCall gru = RecurrentSamples.gru();
    assertThat(gru.count(GRU))
        .hasWork(WorkKind.SUM_START, "96*batch*steps")
        .hasWork(WorkKind.MULTIPLY, "96*batch*steps")
        .hasWork(WorkKind.ADD, "128*batch*steps");
    assertThat(gru.attribute("linear_before_reset", 1L).count(GRU))
        .hasMultiplyAdds("4608*batch*steps")
        .hasWork(WorkKind.SUM_START, "128*batch*steps")
        .hasWork(WorkKind.ADD, "160*batch*steps");
  }

  @Test
  void addsPeepholesToThreeGates() {
    TestCall call =
        RecurrentSamples.lstm().absent().absent().absent().absent().stored("float32[1, 96]");
    assertThat(call.count(LSTM))
        .hasWork(WorkKind.MULTIPLY, "192*batch*steps")
        .hasWork(WorkKind.ADD, "224*batch*steps");
    assertThat(LSTM.role(call.call(), 7)).isEqualTo(InputRole.PARAMETER);
    assertThat(LSTM.role(call.call(), 5)).isEqualTo(InputRole.CONSTANT);
    assertThat(LSTM.role(call.call(), 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(LSTM.role(call.call(), 0)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void takesActivationsByNameForEachDirection() {
    TestCall call =
        bidirectionalLstm()
            .attribute(
                "activations", names("Sigmoid", "Tanh", "Tanh", "HardSigmoid", "relu", "Softsign"));
    assertThat(call.count(LSTM))
        .hasWork(WorkKind.HYPERBOLIC, "64*batch*steps")
        .hasWork(WorkKind.EXP, "96*batch*steps")
        .hasWork(WorkKind.COMPARE, "224*batch*steps");
    assertThatThrownBy(
            () -> RecurrentSamples.rnn().attribute("activations", names("Sine")).count(RNN))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("Sine");
  }

  @Test
  void boundsWhatActivationsAreAppliedTo() {
    assertThat(RecurrentSamples.lstm().attribute("clip", 3.0).count(LSTM))
        .hasWork(WorkKind.COMPARE, "320*batch*steps");
  }

  @Test
  void couplesTheForgetGateToTheInputGate() {
    assertThat(RecurrentSamples.lstm().attribute("input_forget", 1L).count(LSTM))
        .hasMultiplyAdds("6144*batch*steps")
        .hasWork(WorkKind.EXP, "64*batch*steps")
        .assumes("forget gate");
  }

  @Test
  void assumesFullLengthWhereLengthsAreGiven() {
    assertThat(RecurrentSamples.gru().absent().input("int32[batch]").count(GRU))
        .hasMultiplyAdds("4608*batch*steps")
        .assumes("full length");
  }

  @Test
  void readsTheHiddenSizeFromTheWeights() {
    TestCall call =
        TestCall.onnx("RNN", 1)
            .input("float32[5, 2, 16]")
            .stored("float32[1, 32, 16]")
            .stored("float32[1, 32, 32]");
    assertThat(call.shape(RNN)).isEqualTo("float32[5, 1, 2, 32]");
    assertThat(call.multiplyAdds(RNN)).isEqualTo(Size.of(15_360));
  }

  @Test
  void readsWeightsWithoutAnAxisOfDirectionsAsTheFirstExportersWroteThem() {
    TestCall call =
        TestCall.onnx("RNN", 1)
            .input("float32[5, 3, 10]")
            .stored("float32[20, 10]")
            .stored("float32[20, 20]")
            .attribute("hidden_size", 20L)
            .outputs("Y", "Y_h");
    assertThat(call.shapes(RNN)).containsExactly("float32[5, 3, 20]", "float32[1, 3, 20]");
    assertThat(call.multiplyAdds(RNN)).isEqualTo(Size.of(9_000));
  }

  @Test
  void keepsTheHiddenSizeWithoutTheInput() {
    TestCall call = RecurrentSamples.gru().withUnknownRank(0);
    assertThat(call.infer(GRU).get(1)).hasSizes("1", "Y.batch", "32");
    assertThat(call.count(GRU)).isUnknown();
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    assertThatThrownBy(
            () ->
                TestCall.onnx("LSTM", 14)
                    .input("float32[5, 2, 16]")
                    .stored("float32[1, 96, 16]")
                    .stored("float32[1, 96, 32]")
                    .attribute("hidden_size", 32L)
                    .shape(LSTM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[1, 96, 16]");
    assertThatThrownBy(() -> RecurrentSamples.rnn().attribute("direction", "up").shape(RNN))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("up");
  }
}
