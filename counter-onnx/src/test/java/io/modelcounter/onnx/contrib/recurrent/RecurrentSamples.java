package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class RecurrentSamples {
  private RecurrentSamples() {}

  static TestCall quantized() {
    return TestCall.of(Contrib.DOMAIN, "DynamicQuantizeLSTM", 1)
        .input("float32[steps, n, 16]")
        .stored("int8[1, 16, 128]")
        .stored("int8[1, 32, 128]")
        .absent()
        .absent()
        .absent()
        .absent()
        .absent()
        .stored("float32[1]")
        .stored("int8[1]")
        .stored("float32[1]")
        .stored("int8[1]")
        .attribute("hidden_size", 32L)
        .outputs("Y", "Y_h", "Y_c");
  }

  /** Input of 16, memory of 20 steps of 24, keys of 8: what is attended to is the memory itself. */
  static TestCall attentive() {
    return TestCall.of(Contrib.DOMAIN, "AttnLSTM", 1)
        .input("float32[steps, batch, 16]")
        .stored("float32[1, 128, 40]")
        .stored("float32[1, 128, 32]")
        .absent()
        .absent()
        .absent()
        .absent()
        .absent()
        .stored("float32[1, 32, 8]")
        .stored("float32[1, 24, 8]")
        .stored("float32[1, 8]")
        .input("float32[batch, 20, 24]")
        .attribute("hidden_size", 32L)
        .outputs("Y", "Y_h", "Y_c");
  }

  static List<TestCall> all() {
    return List.of(
        quantized(),
        attentive(),
        attentive().absent().stored("float32[1, 56, 24]"),
        attentive().input("int32[batch]"));
  }
}
