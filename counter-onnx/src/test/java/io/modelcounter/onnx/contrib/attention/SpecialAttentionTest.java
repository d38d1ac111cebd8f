package io.modelcounter.onnx.contrib.attention;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.operator.CausalConvolution;
import io.modelcounter.spi.operator.LinearAttention;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class SpecialAttentionTest {
  private static final LongformerAttention LONGFORMER = LongformerAttention.ofNumbers();
  private static final LongformerAttention QUANTIZED = LongformerAttention.ofIntegers();
  private static final OrderedAttention ORDERED = new OrderedAttention();
  private static final DecoderAttention DECODER = new DecoderAttention();
  private static final LinearAttention LINEAR =
      new LinearAttention(Contrib.operator("LinearAttention"));
  private static final LinearAttentionGate GATE = new LinearAttentionGate();
  private static final CausalConvolution CONVOLUTION =
      new CausalConvolution(Contrib.operator("CausalConvWithState"));
  private static final PaddingRemoval REMOVAL = new PaddingRemoval();
  private static final PaddingRestoration RESTORATION = new PaddingRestoration();

  /** One sequence of 100 positions, 2 heads of 8, 9 positions in the window. */
  private static TestCall longformer() {
    return AttentionSamples.call("LongformerAttention")
        .input("float32[1, 100, 16]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .input("float32[1, 100]")
        .stored("float32[16, 48]")
        .stored("float32[48]")
        .input("int32[1, 100]")
        .attribute("num_heads", 2L)
        .attribute("window", 4L);
  }

  @Test
  void meetsAtLeastTheWindowAndAtMostAllPositions() {
    assertThat(longformer().shape(LONGFORMER)).isEqualTo("float32[1, 100, 16]");
    // a projection is 100 * 16 * 48 = 76800; pairs are 2 * 100 * 9 and 2 * 100 * 100, 16 each
    assertThat(longformer().count(LONGFORMER))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "105600", "473600")
        .hasWorkBetween(WorkKind.BIAS_ADD, "4800", "9600")
        .assumes("every query meets every key");
    assertThat(LONGFORMER.role(longformer().call(LONGFORMER), 4)).isEqualTo(InputRole.PARAMETER);
    assertThat(LONGFORMER.role(longformer().call(LONGFORMER), 3)).isEqualTo(InputRole.CONSTANT);
    assertThatThrownBy(() -> longformer().attribute("window", 0L).count(LONGFORMER))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("window is 0");
  }

  @Test
  void projectsIntegersForALongformerAndQuantizesItsOutput() {
    TestCall call = AttentionSamples.quantizedLongformer();
    assertThat(call.shape(QUANTIZED)).isEqualTo("int8[batch, s, 16]");
    // 48 sums of the projection and 16 elements of the output a position
    assertThat(call.count(QUANTIZED).low().amounts().keySet())
        .extracting(key -> key.kind() + " " + key.type())
        .contains("MULTIPLY_ADD int8", "MULTIPLY_ADD float16", "ROUND float32", "ROUND float16");
    assertThat(call.count(QUANTIZED)).hasWorkBetween(WorkKind.ROUND, "64*batch*s", "112*batch*s");
  }

  @Test
  void multipliesIntegersThroughoutAnOrderedAttention() {
    TestCall call = AttentionSamples.ordered();
    assertThat(call.shape(ORDERED)).isEqualTo("int8[batch, s, 8]");
    // 16 * 24 a position; 2 heads of 4 + 4 a pair
    assertThat(call.count(ORDERED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.INT8, "384*batch*s + 16*batch*s^2")
        .hasWork(WorkKind.BIAS_ADD, ElementType.FLOAT32, "24*batch*s")
        .hasWork(WorkKind.EXP, ElementType.FLOAT32, "2*batch*s^2")
        .hasWork(WorkKind.ROUND, "32*batch*s + 2*batch*s^2");
    assertThat(ORDERED.role(call.call(ORDERED), 6)).isEqualTo(InputRole.PARAMETER);
    assertThat(ORDERED.role(call.call(ORDERED), 12)).isEqualTo(InputRole.PARAMETER);
    assertThat(ORDERED.role(call.call(ORDERED), 8)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void projectsTheKeysOfItsOwnSequenceAndPutsThemBehindTheCache() {
    assertThat(AttentionSamples.decoder(false, false).infer(DECODER).get(1))
        .hasType("float32[batch, 2, q, 8]");
    // 16 * 16 for queries, twice that for keys and values; 2 heads of 16 a pair
    assertThat(AttentionSamples.decoder(false, false).count(DECODER))
        .hasMultiplyAdds("768*batch*q + 32*batch*q^2")
        .hasWork(WorkKind.BIAS_ADD, "48*batch*q");
    assertThat(AttentionSamples.decoder(false, true).infer(DECODER).get(1))
        .hasType("float32[batch, 2, past + q, 8]");
    assertThat(AttentionSamples.decoder(false, true).count(DECODER))
        .hasMultiplyAdds("768*batch*q + 32*batch*q^2 + 32*batch*past*q");
  }

  @Test
  void projectsTheKeysOfAnotherSequenceOnlyOnce() {
    assertThat(AttentionSamples.decoder(true, false).infer(DECODER).get(1))
        .hasType("float32[batch, 2, k, 8]");
    assertThat(AttentionSamples.decoder(true, false).count(DECODER))
        .hasMultiplyAdds("256*batch*q + 512*batch*k + 32*batch*k*q");
    assertThat(AttentionSamples.decoder(true, true).infer(DECODER).get(1))
        .hasType("float32[batch, 2, past, 8]");
    assertThat(AttentionSamples.decoder(true, true).count(DECODER))
        .hasMultiplyAdds("256*batch*q + 32*batch*past*q")
        .hasWork(WorkKind.BIAS_ADD, "16*batch*q");
  }

  @Test
  void knowsNoWorkOfADecoderWhoseModeIsAnInput() {
    TestCall call = AttentionSamples.decoderOfUnknownMode();
    assertThat(call.infer(DECODER).get(0)).hasType("float32[q, batch, 16]");
    assertThat(call.infer(DECODER).get(1)).hasSizes("batch", "2", "new_key_cache.keys", "8");
    assertThat(call.count(DECODER)).isUnknownBecause("an input whose value is not known");
  }

  @Test
  void keepsAWindowOfStatesOfALinearAttention() {
    TestCall call = AttentionSamples.linear("float32");
    assertThat(call.shapes(LINEAR))
        .containsExactly("float32[batch, t, 96]", "float32[batch, 2, 8, 24]");
    assertThat(call.attribute("state_window", 3L).infer(LINEAR).get(1))
        .hasType("float32[3, batch, 2, 8, 24]");
    assertThatThrownBy(() -> call.attribute("state_window", -1L).shape(LINEAR))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("state_window is -1");
  }

  @Test
  void readsAStateForEveryKeyHeadWhereThereAreMore() {
    TestCall call =
        AttentionSamples.call("LinearAttention")
            .input("float32[1, 5, 16]")
            .input("float32[1, 5, 32]")
            .input("float32[1, 5, 12]")
            .attribute("q_num_heads", 2L)
            .attribute("kv_num_heads", 4L)
            .attribute("update_rule", "linear")
            .outputs("output", "present_state");
    assertThat(call.shape(LINEAR)).isEqualTo("float32[1, 5, 12]");
    assertThat(call.count(LINEAR)).hasMultiplyAdds("960"); // 5 * (4 + 4) * 8 * 3
  }

  @Test
  void computesGatesInSinglePrecision() {
    TestCall call = AttentionSamples.gate("float16");
    assertThat(call.shapes(GATE)).containsExactly("float16[batch, t, 4]", "float16[batch, t, 4]");
    // softplus, bias and factor of a decay; sigmoid of a rate; there and back
    assertThat(call.count(GATE))
        .hasWork(WorkKind.EXP, ElementType.FLOAT32, "8*batch*t")
        .hasWork(WorkKind.ADD, ElementType.FLOAT32, "12*batch*t")
        .hasWork(WorkKind.LOG, ElementType.FLOAT32, "4*batch*t")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "4*batch*t")
        .hasWork(WorkKind.CONVERT, ElementType.FLOAT16, "8*batch*t");
    assertThat(AttentionSamples.gate("float32").count(GATE)).hasWork(WorkKind.CONVERT, "0");
    assertThat(GATE.role(call.call(GATE), 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(GATE.role(call.call(GATE), 3)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void convolvesWithDilationWindowAndActivation() {
    TestCall call = AttentionSamples.causalConvolution();
    assertThat(call.infer(CONVOLUTION).get(1)).hasType("float32[batch, 6, 3]");
    TestCall wide =
        call.attribute("dilation", 2L)
            .attribute("state_window", 4L)
            .attribute("activation", "silu");
    assertThat(wide.infer(CONVOLUTION).get(1)).hasType("float32[4, batch, 6, 6]");
    assertThat(wide.count(CONVOLUTION))
        .hasMultiplyAdds("24*batch*length")
        .hasWork(WorkKind.BIAS_ADD, "6*batch*length")
        .hasWork(WorkKind.EXP, "6*batch*length");
  }

  @Test
  void convolvesChannelsThatStandLast() {
    TestCall call =
        AttentionSamples.call("CausalConvWithState")
            .input("float32[batch, length, 2, 3]")
            .stored("float32[6, 1, 4]")
            .attribute("channels_last", 1L)
            .outputs("output", "present_state");
    assertThat(call.shapes(CONVOLUTION))
        .containsExactly("float32[batch, length, 2, 3]", "float32[batch, 3, 2, 3]");
    assertThat(call.count(CONVOLUTION)).hasMultiplyAdds("24*batch*length");
  }

  @Test
  void convolvesOverSeveralAxesOfWhichTheLastIsCausal() {
    TestCall call =
        AttentionSamples.call("CausalConvWithState")
            .input("float32[1, 6, 5, 7]")
            .stored("float32[6, 1, 3, 4]")
            .attribute("ndim", 2L)
            .outputs("output", "present_state");
    assertThat(call.infer(CONVOLUTION).get(1)).hasType("float32[1, 6, 5, 3]");
    assertThat(call.count(CONVOLUTION)).hasMultiplyAdds("2520"); // 6 * 5 * 7 * 3 * 4
    assertThatThrownBy(() -> call.attribute("ndim", 0L).shape(CONVOLUTION))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("ndim is 0");
  }

  @Test
  void takesPaddingAwayAndPutsItBack() {
    assertThat(AttentionSamples.removal().infer(REMOVAL).get(0)).hasSizes("output.tokens", "16");
    assertThat(AttentionSamples.removal().shapes(REMOVAL).subList(1, 4))
        .containsExactly("int32[batch, s]", "int32[batch + 1]", "int32[1]");
    assertThat(AttentionSamples.removal().count(REMOVAL)).isFree();
    assertThat(AttentionSamples.restoration().shape(RESTORATION))
        .isEqualTo("float16[batch, s, 16]");
    assertThat(AttentionSamples.restoration().count(RESTORATION)).isFree();
  }
}
