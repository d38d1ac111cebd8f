package io.modelcounter.core.operator.loss;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class LossSamples {
  private LossSamples() {}

  static TestCall likelihood(String reduction) {
    return TestCall.onnx("NegativeLogLikelihoodLoss", 13)
        .input("float32[n, 5, 6]")
        .input("int64[n, 6]")
        .attribute("reduction", reduction);
  }

  static TestCall crossEntropy() {
    return TestCall.onnx("SoftmaxCrossEntropyLoss", 13)
        .input("float32[n, 5]")
        .input("int64[n]")
        .outputs("loss", "log_prob");
  }

  static List<TestCall> all() {
    return List.of(
        likelihood("none"),
        likelihood("sum"),
        likelihood("mean").stored("float32[5]").attribute("ignore_index", -1L),
        crossEntropy(),
        crossEntropy().attribute("reduction", "none"));
  }
}
