package io.modelcounter.core.operator.matrix;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class MatrixSamples {
  private MatrixSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("MatMul", 13).input("float32[batch, s, 64]").stored("float32[64, 32]"),
        TestCall.onnx("MatMul", 13).input("float32[batch, 1, s, 8]").input("float32[4, 8, s]"),
        TestCall.onnx("MatMul", 9).input("float32[batch, 64]").stored("float32[64]"),
        TestCall.onnx("Gemm", 13)
            .input("float32[batch, 64]")
            .stored("float32[10, 64]")
            .stored("float32[10]")
            .attribute("transB", 1L),
        TestCall.onnx("Gemm", 6)
            .input("float32[batch, 64]")
            .stored("float32[64, 10]")
            .stored("float32[10]")
            .attribute("broadcast", 1L),
        TestCall.onnx("Einsum", 12)
            .input("float32[batch, q, heads, 16]")
            .input("float32[batch, k, heads, 16]")
            .attribute("equation", "bqhd,bkhd->bhqk"),
        TestCall.onnx("Einsum", 12)
            .input("float32[batch, 4]")
            .input("float32[4, 5]")
            .input("float32[5, 6]")
            .attribute("equation", "...i,ij,jk"),
        TestCall.onnx("MatMulInteger", 10)
            .input("uint8[batch, 4, 8]")
            .input("uint8[batch, 8, 16]")
            .stored("uint8[]")
            .stored("uint8[]"),
        TestCall.onnx("QLinearMatMul", 21)
            .input("uint8[batch, 4, 8]")
            .stored("float32[]")
            .stored("uint8[]")
            .input("int8[batch, 8, 16]")
            .stored("float32[]")
            .stored("int8[]")
            .stored("float32[]")
            .stored("uint8[]"),
        TestCall.onnx("FC", 1)
            .input("float32[batch, 3, 4, 5]")
            .stored("float32[10, 60]")
            .stored("float32[10]"),
        TestCall.onnx("Det", 22).input("float64[batch, m, m]"),
        TestCall.onnx("Det", 11).input("float32[3, 3]"));
  }
}
