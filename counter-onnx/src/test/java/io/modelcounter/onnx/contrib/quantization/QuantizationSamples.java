package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class QuantizationSamples {
  private QuantizationSamples() {}

  static TestCall call(String name) {
    return TestCall.of(Contrib.DOMAIN, name, 1);
  }

  static TestCall gather(String table, String scales) {
    return call("GatherBlockQuantized").stored(table).input("int64[batch, s]").stored(scales);
  }

  static List<TestCall> all() {
    return List.of(
        call("QuantizeLinear").input("float32[batch, 8]").stored("float32[]").stored("uint16[]"),
        call("DequantizeLinear")
            .input("int8[batch, 8]")
            .stored("float16[8]")
            .stored("int8[8]")
            .attribute("axis", 1L),
        call("QuantizeWithOrder")
            .input("float16[batch, 4, 8]")
            .stored("float32[]")
            .attribute("order_input", 1L)
            .attribute("order_output", 2L),
        call("DequantizeWithOrder")
            .input("int8[batch, 4, 8]")
            .stored("float32[]")
            .attribute("to", 10L),
        call("QuantizeBFP").input("float32[batch, 8]").outputs("y", "shape", "strides"),
        call("DequantizeBFP").input("uint8[bytes]").sizes("batch", "8").sizes("8", "1"),
        call("DequantizeBFP").input("uint8[bytes]").input("int64[2]").input("int64[2]"),
        gather("uint8[1000, 16]", "float32[1000, 1]"),
        gather("int4[1000, 64]", "float16[1000, 2]").stored("int4[1000, 2]"),
        gather("float8e4m3fn[1000, 64]", "float16[1000, 1]"));
  }
}
