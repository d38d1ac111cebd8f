package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family: four experts, tokens of 8, layers of 16. */
final class MixtureSamples {
  private MixtureSamples() {}

  static TestCall plain(String tokens) {
    return TestCall.of(Contrib.DOMAIN, "MoE", 1)
        .input("float16[" + tokens + ", 8]")
        .input("float16[" + tokens + ", 4]")
        .stored("float16[4, 16, 8]")
        .stored("float16[4, 16]")
        .stored("float16[4, 8, 16]")
        .attribute("k", 2L);
  }

  static TestCall gated(String tokens) {
    return plain(tokens)
        .stored("float16[4, 8]")
        .stored("float16[4, 16, 8]")
        .attribute("activation_type", "silu");
  }

  /** Weights of 4 bits, two in a byte; the first layer gives both factors of SwiGLU. */
  static TestCall quantized(String tokens) {
    return TestCall.of(Contrib.DOMAIN, "QMoE", 1)
        .input("float16[" + tokens + ", 8]")
        .input("float16[" + tokens + ", 4]")
        .stored("uint8[4, 32, 4]")
        .stored("float16[4, 32]")
        .absent()
        .stored("uint8[4, 8, 8]")
        .stored("float16[4, 8]")
        .attribute("k", 2L)
        .attribute("activation_type", "swiglu")
        .attribute("swiglu_fusion", 1L);
  }

  static List<TestCall> all() {
    return List.of(
        plain("batch"),
        gated("batch").attribute("normalize_routing_weights", 1L),
        quantized("tokens"));
  }
}
