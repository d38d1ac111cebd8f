package io.modelcounter.onnx.contrib.mixture;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class MixtureOfExpertsTest {
  private static final MixtureOfExperts PLAIN = MixtureOfExperts.ofNumbers();
  private static final MixtureOfExperts QUANTIZED = MixtureOfExperts.ofQuantized();

  @Test
  void passesEveryTokenThroughAsManyExpertsAsAreChosen() {
    TestCall call = MixtureSamples.plain("6");
    assertThat(call.shape(PLAIN)).isEqualTo("float16[6, 8]");
    // 12 uses of 128 + 128 weights, 16 + 8 sums each
    assertThat(call.count(PLAIN))
        .hasMultiplyAdds("3072")
        .hasWork(WorkKind.SUM_START, "288")
        .hasWork(WorkKind.BIAS_ADD, "192")
        .hasWork(WorkKind.EXP, "24")
        .hasWork(WorkKind.COMPARE, "234") // 18 of the softmax, 24 of the choice, 192 of the relu
        .hasWork(WorkKind.MULTIPLY, "96")
        .hasWork(WorkKind.ADD, "90"); // 42 of the softmax, 48 of the results
  }

  @Test
  void multipliesWithTheFactorsOfAThirdLayer() {
    TestCall call = MixtureSamples.gated("6");
    // sigmoid, its product and the factor for 12 * 16 elements
    assertThat(call.count(PLAIN))
        .hasMultiplyAdds("4608")
        .hasWork(WorkKind.SUM_START, "480")
        .hasWork(WorkKind.BIAS_ADD, "288")
        .hasWork(WorkKind.MULTIPLY, "480")
        .hasWork(WorkKind.NEGATE, "192");
  }

  @Test
  void makesTheChosenProbabilitiesSumToOne() {
    TestCall call = MixtureSamples.plain("6").attribute("normalize_routing_weights", 1L);
    assertThat(call.count(PLAIN)).hasWork(WorkKind.DIVIDE, "36").hasWork(WorkKind.ADD, "96");
  }

  @Test
  void countsPackedWeightsOneByOne() {
    TestCall call = MixtureSamples.quantized("6");
    // an expert has 32 * 8 + 8 * 16 weights; all four are used
    assertThat(call.count(QUANTIZED))
        .hasMultiplyAdds("4608")
        .hasWork(WorkKind.SUM_START, "480")
        .assumes("different experts");
    assertThat(QUANTIZED.logicalElements(call.call(QUANTIZED), 2)).contains(Size.of(1_024));
    assertThat(QUANTIZED.logicalElements(call.call(QUANTIZED), 3)).isEmpty();
    assertThat(QUANTIZED.role(call.call(QUANTIZED), 5)).isEqualTo(InputRole.PARAMETER);
    assertThat(QUANTIZED.role(call.call(QUANTIZED), 6)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void bringsWeightsOfUsedExpertsToRealNumbersOnce() {
    // 384 weights of one expert, less their zero points; 12 of the softmax and results
    assertThat(MixtureSamples.quantized("1").attribute("k", 1L).count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY, "424") // 384, 16 * 2 of SwiGLU, 8 of the result
        .hasWork(WorkKind.ADD, "407"); // 384, 16 of sigmoids, 7 of the softmax
    assertThat(
            MixtureSamples.quantized("1")
                .attribute("k", 1L)
                .attribute("quant_type", "fp4")
                .count(QUANTIZED))
        .hasWork(WorkKind.ADD, "23");
  }

  @Test
  void boundsAndShiftsTheFactorsOfSwiGlu() {
    TestCall call =
        MixtureSamples.quantized("1")
            .attribute("k", 1L)
            .attribute("activation_alpha", 1.5)
            .attribute("activation_beta", 1.0)
            .attribute("swiglu_limit", 7.0);
    assertThat(call.count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY, "440")
        .hasWork(WorkKind.ADD, "423")
        .hasWork(WorkKind.COMPARE, "55"); // 48 bounds, 3 of the softmax, 4 of the choice
  }

  @Test
  void readsTheWeightsOfUsedExpertsOnly() {
    TestCall call = MixtureSamples.plain("1");
    // 8 + 4 numbers, and of two experts 128 + 16 + 128 weights
    assertThat(PLAIN.traffic(call.call(PLAIN)).readBytes())
        .isEqualTo(Amount.exact(Size.of(2 * (8 + 4) + 2 * 2 * (128 + 16 + 128))));
  }

  @Test
  void knowsNoWorkOfAnActivationItDoesNotKnow() {
    assertThat(MixtureSamples.plain("6").attribute("activation_type", "cubic").count(PLAIN))
        .isUnknownBecause("cubic");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> MixtureSamples.plain("6").attribute("k", 0L).count(PLAIN))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("k is 0");
    assertThatThrownBy(
            () ->
                MixtureSamples.quantized("6").attribute("expert_weight_bits", 3L).count(QUANTIZED))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expert_weight_bits is 3");
  }
}
