package io.modelcounter.core.operator.quantization;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class QuantizationSamples {
  private QuantizationSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("QuantizeLinear", 10).input("float32[batch, 3]").stored("float32[]"),
        TestCall.onnx("QuantizeLinear", 13)
            .input("float32[batch, 3, 4]")
            .stored("float32[3]")
            .stored("int8[3]"),
        TestCall.onnx("QuantizeLinear", 21)
            .input("float16[batch, 64]")
            .stored("float16[batch, 4]")
            .attribute("block_size", 16L)
            .attribute("output_dtype", 22L),
        TestCall.onnx("DequantizeLinear", 10)
            .input("uint8[batch, 3]")
            .stored("float32[]")
            .stored("uint8[]"),
        TestCall.onnx("DequantizeLinear", 23)
            .input("int4[batch, 3]")
            .stored("float32[3]")
            .attribute("output_dtype", 10L),
        TestCall.onnx("DynamicQuantizeLinear", 11)
            .input("float32[n, 3]")
            .outputs("y", "y_scale", "y_zero_point"));
  }
}
