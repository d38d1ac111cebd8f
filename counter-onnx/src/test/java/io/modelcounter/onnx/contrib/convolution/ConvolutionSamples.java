package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class ConvolutionSamples {
  private ConvolutionSamples() {}

  static TestCall call(String name) {
    return TestCall.of(Contrib.DOMAIN, name, 1);
  }

  static TestCall fused() {
    return call("FusedConv")
        .input("float32[batch, 3, 32, 32]")
        .stored("float32[8, 3, 3, 3]")
        .stored("float32[8]")
        .attribute("pads", 1, 1, 1, 1)
        .attribute("activation", "Relu");
  }

  static TestCall channelsLast(String name) {
    return call(name)
        .input("float16[batch, h, w, 3]")
        .stored("float16[8, 3, 3, 3]")
        .attribute("strides", 2, 2)
        .attribute("pads", 1, 1, 1, 1);
  }

  static TestCall quantized(String input) {
    return call("QLinearConv")
        .input(input)
        .stored("float32[]")
        .stored("uint8[]")
        .stored("int8[8, 3, 3, 3]")
        .stored("float32[8]")
        .stored("int8[8]")
        .stored("float32[]")
        .stored("uint8[]");
  }

  static TestCall transposed() {
    return call("ConvTransposeWithDynamicPads")
        .input("float32[batch, 4, 16, 16]")
        .stored("float32[4, 8, 4, 4]")
        .attribute("strides", 2, 2);
  }

  static List<TestCall> all() {
    return List.of(
        fused(),
        fused().input("float32[batch, 8, 32, 32]").attribute("activation", "LeakyRelu"),
        channelsLast("NhwcConv"),
        channelsLast("NhwcConv").stored("float16[8]"),
        channelsLast("NhwcFusedConv").attribute("activation", "HardSigmoid"),
        quantized("uint8[n, 3, 32, 32]"),
        quantized("uint8[n, 32, 32, 3]").stored("int32[8]").attribute("channels_last", 1L),
        transposed(),
        transposed().value(1, 1, 1, 1).stored("float32[8]"),
        transposed().input("int64[4]"));
  }
}
