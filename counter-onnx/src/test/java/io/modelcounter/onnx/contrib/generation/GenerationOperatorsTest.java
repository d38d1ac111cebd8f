package io.modelcounter.onnx.contrib.generation;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.WrongCalls;
import org.junit.jupiter.api.Test;

class GenerationOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(GenerationOperators.all());

  @Test
  void givesSequencesOfTheGreatestLength() {
    // the decoder says 50 words; 12 - 8 steps beyond the prompt
    assertThat(GenerationSamples.beams().shapes(FAMILY).subList(0, 3))
        .containsExactly("int32[batch, 2, 12]", "float16[batch, 2]", "float16[4, batch, 4, 50]");
    assertThat(GenerationSamples.greedy().shape(FAMILY)).isEqualTo("int32[batch, 12]");
    assertThat(GenerationSamples.sampling().shapes(FAMILY))
        .containsExactly("int32[batch, 12]", "float32[batch, 50]");
  }

  @Test
  void givesWhatASpeechModelGivesBeside() {
    assertThat(GenerationSamples.speech().shapes(FAMILY).subList(0, 3))
        .containsExactly("int32[batch, 2, 12]", "float32[batch, 2]", "float32[8, batch, 4, 99]");
    assertThat(GenerationSamples.speech().infer(FAMILY).get(3))
        .hasSizes("batch", "2", "6", "cross_qk.length", "cross_qk.frames");
    assertThat(GenerationSamples.speech().infer(FAMILY).get(4)).hasType("float32[batch]");
  }

  @Test
  void leavesOpenWhatInputsSayAtRunTime() {
    TestCall call = GenerationSamples.beamsOfUnknownLength();
    assertThat(call.infer(FAMILY).get(0))
        .hasSizes("batch", "sequences.sequences", "sequences.length");
    assertThat(call.withUnknownRanks().infer(FAMILY).get(0)).hasUnknownRank();
  }

  @Test
  void saysThatTheWorkOfItsGraphsIsNotKnown() {
    assertThat(GenerationSamples.speech().count(FAMILY)).isUnknownBecause("(encoder, decoder)");
    assertThat(GenerationSamples.greedy().count(FAMILY)).isUnknownBecause("(decoder)");
  }

  @Test
  void comparesEveryRunOfWords() {
    assertThat(GenerationSamples.block().shape(FAMILY)).isEqualTo("float32[batch, 50]");
    assertThat(GenerationSamples.block().count(FAMILY))
        .hasWork(WorkKind.COMPARE, "36*batch") // 18 runs of 2 words
        .assumes("compared to their end");
    assertThat(GenerationSamples.block().attribute("ngram_size", 40L).count(FAMILY))
        .hasWork(WorkKind.COMPARE, "0");
    assertThatThrownBy(() -> GenerationSamples.block().attribute("ngram_size", 0L).count(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void boundsTheTokensAndTheWorkOfADetector() {
    TestCall call = GenerationSamples.detector();
    assertThat(call.infer(FAMILY).get(0)).hasSizes("tokens.tokens");
    assertThat(call.infer(FAMILY).get(1)).hasType("int64[]");
    // runs of 1, 2 and 3 tokens
    assertThat(call.count(FAMILY)).hasWorkBetween(WorkKind.COMPARE, "0", "predicted + 6*source");
  }

  @Test
  void throwsOnlyWhatIsDeclaredHoweverWrongACallIs() {
    assertThatCode(() -> WrongCalls.ask(GenerationOperators.all(), GenerationSamples.all()))
        .doesNotThrowAnyException();
  }
}
