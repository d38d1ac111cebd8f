package io.modelcounter.core.operator.elementwise;

import io.modelcounter.tck.TestCall;
import java.util.ArrayList;
import java.util.List;

/** A call of every element-wise operator. */
final class ElementwiseSamples {
  private static final List<String> UNARY =
      List.of(
          "Neg",
          "Abs",
          "Sign",
          "Floor",
          "Ceil",
          "Round",
          "Sqrt",
          "Reciprocal",
          "Exp",
          "Log",
          "Sin",
          "Cos",
          "Tan",
          "Asin",
          "Acos",
          "Atan",
          "Sinh",
          "Cosh",
          "Tanh",
          "Asinh",
          "Acosh",
          "Atanh",
          "Erf",
          "IsNaN",
          "IsInf",
          "Clip");
  private static final List<String> BINARY =
      List.of(
          "Add",
          "Sub",
          "Mul",
          "Div",
          "Mod",
          "Pow",
          "Max",
          "Min",
          "Sum",
          "Mean",
          "Equal",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "LessOrEqual",
          "BitwiseAnd",
          "BitwiseOr",
          "BitwiseXor");

  private ElementwiseSamples() {}

  static List<TestCall> all() {
    List<TestCall> samples = new ArrayList<>();
    for (String name : UNARY) {
      samples.add(TestCall.onnx(name, 13).input("float32[batch, 3]"));
    }
    for (String name : BINARY) {
      samples.add(TestCall.onnx(name, 13).input("int64[batch, 1, h]").input("int64[3, 1]"));
      samples.add(TestCall.onnx(name, 13).sizes("w", "h").scalarValue(2));
    }
    for (String name : List.of("And", "Or", "Xor")) {
      samples.add(TestCall.onnx(name, 7).input("bool[batch, 4]").input("bool[4]"));
    }
    samples.add(TestCall.onnx("Not", 1).input("bool[batch]"));
    samples.add(TestCall.onnx("BitwiseNot", 18).input("int32[batch]"));
    samples.add(
        TestCall.onnx("BitShift", 11)
            .input("uint8[batch, 2]")
            .input("uint8[2]")
            .attribute("direction", "LEFT"));
    samples.add(
        TestCall.onnx("Add", 6)
            .input("float32[batch, 3, 4, 5]")
            .input("float32[3, 4]")
            .attribute("axis", 1L)
            .attribute("broadcast", 1L));
    samples.add(
        TestCall.onnx("Where", 16)
            .input("bool[batch, 1]")
            .input("float32[7]")
            .input("float32[batch, 7]"));
    samples.add(TestCall.onnx("Cast", 13).input("float32[batch]").attribute("to", 7L));
    samples.add(TestCall.onnx("CastLike", 15).input("float32[batch]").input("float16[4]"));
    samples.add(TestCall.onnx("BitCast", 26).input("float32[batch]").attribute("to", 6L));
    samples.add(TestCall.onnx("Clip", 13).input("float32[batch]").absent().input("float32[]"));
    return samples;
  }
}
