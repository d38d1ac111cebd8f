package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.Types;
import java.util.List;
import java.util.Map;

/** Calls of every operator of the family. */
final class GenerationSamples {
  private GenerationSamples() {}

  private static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  private static TensorValue number(long number) {
    return TensorValue.vector(ElementType.INT32, List.of(Scalar.of(number)));
  }

  private static AttributeValue decoder() {
    ValueInfo logits = new ValueInfo("logits", Types.parse("float32[batch, 1, 50]"));
    return AttributeValue.of(
        new Graph("decoder", List.of(), List.of(logits), List.of(), Map.of(), Map.of()));
  }

  /** Beams of a decoder alone: 12 tokens at most, 4 beams, 2 sequences. */
  static TestCall beams() {
    return call("BeamSearch")
        .input("int32[batch, 8]")
        .values(number(12))
        .values(number(1))
        .values(number(4))
        .values(number(2))
        .stored("float16[1]")
        .attribute("decoder", decoder())
        .attribute("model_type", 0L)
        .outputs("sequences", "sequences_scores", "scores");
  }

  static TestCall speech() {
    return call("WhisperBeamSearch")
        .input("float32[batch, 80, 3000]")
        .values(number(12))
        .absent()
        .values(number(4))
        .values(number(2))
        .absent()
        .absent()
        .absent()
        .absent()
        .absent()
        .input("int32[batch, 4]")
        .absent()
        .stored("int32[6, 2]")
        .attribute("decoder", decoder())
        .attribute("encoder", decoder())
        .attribute("vocab_size", 99L)
        .attribute("model_type", 2L)
        .outputs("sequences", "sequences_scores", "scores", "cross_qk", "non_speech_probs");
  }

  static TestCall beamsOfUnknownLength() {
    return call("BeamSearch")
        .input("int32[batch, s]")
        .input("int32[1]")
        .absent()
        .input("int32[1]")
        .input("int32[1]")
        .outputs("sequences", "sequences_scores", "scores");
  }

  static TestCall greedy() {
    return call("GreedySearch")
        .input("int32[batch, s]")
        .values(number(12))
        .attribute("decoder", decoder());
  }

  static TestCall sampling() {
    return call("Sampling")
        .input("int32[batch, s]")
        .values(number(12))
        .attribute("decoder", decoder())
        .outputs("sequences", "filtered_logits");
  }

  static TestCall block() {
    return call("NGramRepeatBlock")
        .input("int64[batch, 20]")
        .input("float32[batch, 50]")
        .attribute("ngram_size", 3L);
  }

  static TestCall detector() {
    return call("BifurcationDetector")
        .input("int64[source]")
        .input("int64[current]")
        .input("int64[]")
        .input("int64[predicted]")
        .outputs("tokens", "suffix_match_idx");
  }

  static List<TestCall> all() {
    return List.of(
        beams(), beamsOfUnknownLength(), speech(), greedy(), sampling(), block(), detector());
  }
}
