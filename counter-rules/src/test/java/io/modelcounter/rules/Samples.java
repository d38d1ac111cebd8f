package io.modelcounter.rules;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of the operators that the rules for tests are about. */
final class Samples {
  private Samples() {}

  static List<TestCall> fusedGate() {
    TestCall gate = TestCall.of("com.acme", "FusedGate", 1).input("float32[batch, sequence, 8]");
    return List.of(
        gate.stored("float32[8, 16]").stored("float32[8, 16]"),
        gate.stored("float32[8, n]").stored("float32[8, n]").stored("float32[n]"),
        TestCall.of("com.acme", "FusedGate", 3)
            .input("float16[5]")
            .stored("float16[5, 7]")
            .stored("float16[5, 7]"));
  }

  static List<TestCall> lookups() {
    TestCall patch =
        TestCall.of("com.acme", "Patch", 2)
            .input("float32[batch, width, 1]")
            .value(6)
            .stored("float32[1, 8]")
            .attribute("kernel", 2, 3)
            .outputs("Y", "Z", "W");
    return List.of(
        patch,
        TestCall.of("com.acme", "Patch", 7)
            .input("float32[batch, width, 1]")
            .sizes("2*width")
            .stored("float32[1, 8]")
            .attribute("kernel", 2, 3)
            .attribute("strides", 2, 2)
            .attribute("pads", 1, 1)
            .attribute("group", 3));
  }
}
