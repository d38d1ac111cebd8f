package io.modelcounter.core.operator.activation;

import io.modelcounter.tck.TestCall;
import java.util.ArrayList;
import java.util.List;

/** A call of every activation. */
final class ActivationSamples {
  private static final List<String> OF_ONE_ELEMENT =
      List.of(
          "Relu",
          "LeakyRelu",
          "ThresholdedRelu",
          "Elu",
          "Selu",
          "Celu",
          "Gelu",
          "Mish",
          "Sigmoid",
          "Swish",
          "HardSigmoid",
          "HardSwish",
          "Softplus",
          "Softsign",
          "Shrink",
          "Affine",
          "Scale",
          "ScaledTanh",
          "ParametricSoftplus");

  private ActivationSamples() {}

  static List<TestCall> all() {
    List<TestCall> samples = new ArrayList<>();
    for (String name : OF_ONE_ELEMENT) {
      samples.add(TestCall.onnx(name, 22).input("float32[batch, 3, h]"));
    }
    samples.add(TestCall.onnx("PRelu", 16).input("float32[batch, 3, 4]").stored("float32[3, 1]"));
    samples.add(TestCall.onnx("SwiGLU", 28).input("float16[batch, 8]").input("float16[batch, 8]"));
    for (String name : List.of("Softmax", "LogSoftmax", "Hardmax")) {
      samples.add(TestCall.onnx(name, 13).input("float32[batch, heads, s]"));
      samples.add(TestCall.onnx(name, 11).input("float32[batch, 3, 4]"));
    }
    return samples;
  }
}
