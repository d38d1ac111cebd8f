package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class QuantizedSamples {
  private QuantizedSamples() {}

  static TestCall call(String name) {
    return TestCall.of(Contrib.DOMAIN, name, 1);
  }

  /** A call of an operator on two operands, each with scale and zero point, as the output has. */
  static TestCall pair(String name, String left, String right) {
    return call(name)
        .input(left)
        .stored("float32[]")
        .stored("uint8[]")
        .input(right)
        .stored("float32[]")
        .stored("uint8[]")
        .stored("float32[]")
        .stored("uint8[]");
  }

  /** A call of an operator on one operand with scale and zero point, as the output has. */
  static TestCall single(String name, String input) {
    return call(name)
        .input(input)
        .stored("float32[]")
        .stored("uint8[]")
        .stored("float32[]")
        .stored("uint8[]");
  }

  static TestCall unshifted(String name, String input) {
    return call(name).input(input).stored("float32[]").absent().stored("float32[]");
  }

  static TestCall concat() {
    return call("QLinearConcat")
        .stored("float32[]")
        .stored("uint8[]")
        .input("uint8[batch, 4, 8]")
        .stored("float32[]")
        .stored("uint8[]")
        .input("uint8[batch, 2, 8]")
        .stored("float32[]")
        .stored("uint8[]")
        .attribute("axis", 1L);
  }

  static TestCall normalization() {
    return call("QOrderedLayerNormalization")
        .input("int8[batch, s, 64]")
        .stored("float32[]")
        .stored("float16[64]")
        .absent()
        .stored("float32[]");
  }

  static TestCall where() {
    return call("QLinearWhere")
        .input("bool[batch, 4, 1]")
        .input("uint8[batch, 4, 8]")
        .stored("float32[]")
        .stored("uint8[]")
        .input("uint8[batch, 1, 8]")
        .stored("float32[]")
        .stored("uint8[]")
        .stored("float32[]")
        .stored("uint8[]");
  }

  static List<TestCall> all() {
    return List.of(
        pair("QLinearAdd", "uint8[batch, 4, 8]", "uint8[batch, 1, 8]"),
        pair("QLinearMul", "uint8[batch, 4, 8]", "uint8[batch, 1, 8]"),
        call("MulInteger").input("int8[batch, 8]").absent().input("int8[batch, 8]").absent(),
        call("MulInteger")
            .input("int8[batch, 8]")
            .stored("int8[]")
            .input("int8[batch, 8]")
            .stored("int8[]"),
        single("QLinearLeakyRelu", "uint8[batch, 8]").attribute("alpha", 0.1),
        single("QLinearSigmoid", "uint8[batch, 8]"),
        unshifted("QLinearSigmoid", "int8[batch, 8]"),
        call("QOrderedGelu").input("int8[batch, 8]").stored("float32[]").stored("float32[]"),
        single("QLinearSoftmax", "uint8[batch, 4, 8]").attribute("opset", 13L),
        single("QLinearSoftmax", "uint8[batch, 4, 8]").attribute("opset", 11L),
        single("QLinearReduceMean", "uint8[batch, 4, 8]")
            .attribute("axes", 1, 2)
            .attribute("keepdims", 0L),
        call("ReduceSumInteger")
            .input("uint8[batch, 4, 8]")
            .attribute("axes", -1, 1)
            .attribute("keepdims", 1L),
        normalization(),
        where(),
        concat());
  }
}
