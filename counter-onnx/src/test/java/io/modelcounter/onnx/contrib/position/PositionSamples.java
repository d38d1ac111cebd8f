package io.modelcounter.onnx.contrib.position;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class PositionSamples {
  private PositionSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TestCall rotary() {
    return call("RotaryEmbedding")
        .input("float16[batch, s, 64]")
        .input("int64[batch, s]")
        .stored("float16[2048, 8]")
        .stored("float16[2048, 8]");
  }

  static TestCall threeStreams() {
    return call("MRotaryEmbedding")
        .input("float16[batch, 4, s, 16]")
        .input("int64[3, batch, s]")
        .stored("float16[2048, 8]")
        .stored("float16[2048, 8]")
        .attribute("mrope_section", 2L, 3L, 3L);
  }

  static TestCall gemma() {
    return call("GemmaRotaryEmbedding")
        .input("float32[batch, s, 16]")
        .input("float16[batch, 4, s, 16]")
        .input("float16[batch, 4, s, 16]")
        .input("float16[batch, 1, s, 16]")
        .input("float16[batch, 1, s, 16]")
        .outputs("query", "key");
  }

  static TestCall bias() {
    return call("RelativePositionBias")
        .stored("float32[32, 8]")
        .sizes("q")
        .sizes("k")
        .attribute("max_distance", 128L);
  }

  static TestCall gated() {
    return call("GatedRelativePositionBias")
        .input("float32[batch, s, 32]")
        .stored("float32[32]")
        .input("float32[1, 4, s, s]")
        .stored("float32[8, 6]")
        .stored("float32[6]")
        .stored("float32[1, 4, 1, 1]")
        .attribute("num_heads", 4L);
  }

  static List<TestCall> all() {
    return List.of(
        rotary(),
        rotary().attribute("num_heads", 4L).attribute("rotary_embedding_dim", 8L),
        threeStreams(),
        gemma(),
        bias(),
        gated());
  }
}
