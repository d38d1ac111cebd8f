package io.modelcounter.core.operator.recurrent;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class RecurrentSamples {
  private RecurrentSamples() {}

  static TestCall lstm() {
    return layer("LSTM", 4).outputs("Y", "Y_h", "Y_c");
  }

  static TestCall gru() {
    return layer("GRU", 3);
  }

  static TestCall rnn() {
    return layer("RNN", 1);
  }

  /** A layer of one direction with 16 inputs and 32 units. */
  private static TestCall layer(String name, int gates) {
    int rows = 32 * gates;
    return TestCall.onnx(name, 14)
        .input("float32[steps, batch, 16]")
        .stored("float32[1, " + rows + ", 16]")
        .stored("float32[1, " + rows + ", 32]")
        .attribute("hidden_size", 32L)
        .outputs("Y", "Y_h");
  }

  static List<TestCall> all() {
    return List.of(
        rnn(),
        gru().stored("float32[1, 192]"),
        gru().attribute("linear_before_reset", 1L),
        lstm()
            .stored("float32[1, 256]")
            .input("int32[batch]")
            .input("float32[1, batch, 32]")
            .input("float32[1, batch, 32]")
            .stored("float32[1, 96]"),
        lstm().attribute("clip", 3.0).attribute("input_forget", 1L),
        TestCall.onnx("GRUUnit", 1)
            .input("float32[1, batch, 32]")
            .input("float32[1, batch, 96]")
            .input("int32[batch]")
            .input("int32[]"));
  }
}
