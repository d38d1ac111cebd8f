package com.acme.layers;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls as models have them, on which the kit tries its rules. */
final class WindowAttentionSamples {
  private WindowAttentionSamples() {}

  static TestCall call() {
    return TestCall.of("com.acme", "WindowAttention", 1)
        .attribute("heads", 4)
        .attribute("window", 49);
  }

  static List<TestCall> all() {
    return List.of(
        call()
            .input("float32[batch, 196, 96]")
            .stored("float32[96, 288]")
            .stored("float32[96, 96]"),
        call()
            .input("float16[batch, tokens, 64]")
            .stored("float16[64, 192]")
            .stored("float16[64, 64]"));
  }
}
