package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class AlgorithmSamples {
  private AlgorithmSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static List<TestCall> all() {
    return List.of(
        call("CDist").input("float32[batch, 3]").input("float32[5, 3]"),
        call("CDist")
            .input("float64[batch, n]")
            .input("float64[k, n]")
            .attribute("metric", "euclidean"),
        call("Inverse").input("float32[batch, 4, 4]"),
        call("Inverse").input("float32[m, m]"),
        call("DynamicTimeWarping").input("float32[batch, 7]"),
        call("DynamicTimeWarping").input("float32[1, m, n]"));
  }
}
