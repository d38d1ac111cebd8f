package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class PoolingSamples {
  private PoolingSamples() {}

  static TestCall maximum() {
    return TestCall.of(Contrib.DOMAIN, "NhwcMaxPool", 1)
        .input("uint8[batch, 32, 32, 8]")
        .attribute("kernel_shape", 3, 3)
        .attribute("strides", 2, 2)
        .attribute("pads", 1, 1, 1, 1);
  }

  static TestCall masked() {
    return TestCall.of(Contrib.DOMAIN, "MaxpoolWithMask", 1)
        .input("float32[batch, 8, 32, 32]")
        .input("int32[batch, 8, 32, 32]")
        .attribute("kernel_shape", 2, 2)
        .attribute("strides", 2, 2);
  }

  static TestCall average(String name, String input) {
    return TestCall.of(Contrib.DOMAIN, name, 1)
        .input(input)
        .stored("float32[]")
        .stored("uint8[]")
        .stored("float32[]")
        .stored("uint8[]");
  }

  static TestCall window(String input) {
    return average("QLinearAveragePool", input)
        .attribute("kernel_shape", 2, 2)
        .attribute("strides", 2, 2);
  }

  static List<TestCall> all() {
    return List.of(
        maximum(),
        maximum().attribute("ceil_mode", 1L),
        masked(),
        window("uint8[batch, 8, h, w]"),
        window("uint8[batch, 32, 32, 8]").attribute("channels_last", 1L),
        average("QLinearGlobalAveragePool", "uint8[batch, 8, h, w]"),
        average("QLinearGlobalAveragePool", "uint8[batch, 7, 7, 8]")
            .attribute("channels_last", 1L));
  }
}
