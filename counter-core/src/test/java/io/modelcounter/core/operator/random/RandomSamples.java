package io.modelcounter.core.operator.random;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class RandomSamples {
  private RandomSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("RandomNormal", 1).attribute("shape", 2L, 3L),
        TestCall.onnx("RandomUniform", 22).attribute("shape", 2L, 3L).attribute("dtype", 10L),
        TestCall.onnx("RandomNormalLike", 1).input("float32[batch, 3]"),
        TestCall.onnx("RandomUniformLike", 1).input("int64[batch, 3]").attribute("dtype", 1L),
        TestCall.onnx("Bernoulli", 15).input("float32[batch, 3]").attribute("dtype", 9L),
        TestCall.onnx("Multinomial", 7).input("float32[batch, 10]").attribute("sample_size", 3L),
        TestCall.onnx("Dropout", 7).input("float32[batch, 3]").outputs("Y", "mask"),
        TestCall.onnx("Dropout", 12)
            .input("float32[batch, 3]")
            .absent()
            .input("bool[]")
            .outputs("Y", "mask"));
  }
}
