package io.modelcounter.onnx.contrib.text;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class TextSamples {
  private TextSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TestCall words() {
    return call("WordConvEmbedding")
        .input("int32[batch, 10]")
        .stored("float32[16, 1, 3, 4]")
        .stored("float32[16]")
        .stored("float32[100, 4]");
  }

  static List<TestCall> all() {
    return List.of(
        call("Tokenizer").input("string[batch, 3]").attribute("mark", 0L),
        call("Tokenizer").input("string[0]"),
        call("MurmurHash3").input("int64[batch]"),
        call("MurmurHash3").input("string[batch]").attribute("positive", 0L),
        words());
  }
}
