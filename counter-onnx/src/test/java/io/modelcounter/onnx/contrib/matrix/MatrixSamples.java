package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class MatrixSamples {
  private MatrixSamples() {}

  static TestCall call(String name) {
    return TestCall.of(Contrib.DOMAIN, name, 1);
  }

  static TestCall fusedMatMul() {
    return call("FusedMatMul")
        .input("float32[batch, 12, s, 64]")
        .input("float32[batch, 12, s, 64]");
  }

  static TestCall fusedGemm() {
    return call("FusedGemm")
        .input("float32[n, 64]")
        .stored("float32[10, 64]")
        .stored("float32[10]")
        .attribute("transB", 1L)
        .attribute("activation", "Relu");
  }

  static TestCall gemmFloat8() {
    return call("GemmFloat8")
        .input("float8e4m3fn[batch, 64]")
        .stored("float8e4m3fn[32, 64]")
        .stored("float16[batch, 32]")
        .stored("float32[1]")
        .stored("float32[1]")
        .stored("float32[1]")
        .attribute("transB", 1L)
        .attribute("dtype", 10L);
  }

  static TestCall sparse() {
    return call("SparseToDenseMatMul").input("sparse(float32[3, 4])").input("float32[4, batch]");
  }

  static TestCall integerToFloat() {
    return call("MatMulIntegerToFloat")
        .input("uint8[n, 4, 8]")
        .stored("int8[8, 16]")
        .input("float32[]")
        .stored("float32[16]");
  }

  static TestCall dynamicQuantize() {
    return call("DynamicQuantizeMatMul")
        .input("float32[n, 4, 8]")
        .stored("int8[8, 16]")
        .stored("float32[16]");
  }

  static TestCall quantizedGemm() {
    return call("QGemm")
        .input("uint8[n, 64]")
        .stored("float32[]")
        .stored("uint8[]")
        .stored("int8[10, 64]")
        .stored("float32[]")
        .stored("int8[]")
        .attribute("transB", 1L);
  }

  static TestCall ordered() {
    return call("QOrderedMatMul")
        .input("int8[batch, 4, 8]")
        .stored("float32[]")
        .stored("int8[8, 16]")
        .stored("float32[]")
        .stored("float32[]");
  }

  /** A weight of 64 rows, in two blocks, and 10 columns. */
  static TestCall bits() {
    return call("MatMulNBits")
        .input("float32[n, s, 64]")
        .stored("uint8[10, 2, 16]")
        .stored("float32[10, 2]")
        .attribute("K", 64L)
        .attribute("N", 10L)
        .attribute("bits", 4L)
        .attribute("block_size", 32L);
  }

  static TestCall bnb4() {
    return call("MatMulBnb4")
        .input("float16[n, 64]")
        .stored("uint8[320]")
        .stored("float16[10]")
        .attribute("K", 64L)
        .attribute("N", 10L)
        .attribute("block_size", 64L)
        .attribute("quant_type", 1L);
  }

  static TestCall fpQ4() {
    return call("MatMulFpQ4").input("float32[n, 64]").stored("uint8[400]").value(64, 10);
  }

  static TestCall fp4() {
    return call("MatMulBlockQuantizedFp4Weight")
        .input("float16[n, 64]")
        .stored("uint8[10, 32]")
        .stored("uint8[10, 4]")
        .stored("float32[]");
  }

  static TestCall fp8() {
    return call("MatMulBlockQuantizedFp8Weight")
        .input("float16[n, 256]")
        .stored("float8e4m3fn[10, 256]")
        .stored("float32[10, 2]");
  }

  static TestCall mlp() {
    return call("MatMulNBitsMlp")
        .input("float16[n, s, 64]")
        .absent()
        .absent()
        .stored("uint8[96, 2, 16]")
        .stored("float16[96, 2]")
        .absent()
        .stored("uint8[96, 2, 16]")
        .stored("float16[96, 2]")
        .attribute("K", 64L)
        .attribute("N", 96L)
        .attribute("block_size", 32L)
        .attribute("activation", "silu");
  }

  static TestCall qkv() {
    return call("MatMulNBitsQkv")
        .input("float16[n, s, 64]")
        .input("float16[n, s, 64]")
        .stored("float16[64]")
        .stored("uint8[64, 2, 16]")
        .stored("float16[64, 2]")
        .absent()
        .stored("uint8[16, 2, 16]")
        .stored("float16[16, 2]")
        .stored("float16[16]")
        .stored("uint8[16, 2, 16]")
        .stored("float16[16, 2]")
        .attribute("K", 64L)
        .attribute("Nq", 64L)
        .attribute("Nkv", 16L)
        .attribute("block_size", 32L)
        .outputs("Q", "K", "V", "sum");
  }

  static List<TestCall> all() {
    return List.of(
        fusedMatMul().attribute("transB", 1L).attribute("alpha", 0.125),
        fusedMatMul().attribute("transA", 1L),
        call("FusedMatMul")
            .input("float32[s, batch, 12, 64]")
            .input("float32[s, batch, 12, 64]")
            .attribute("transBatchA", 1L)
            .attribute("transBatchB", 1L)
            .attribute("transB", 1L),
        call("FusedMatMul").input("float32[64]").input("float32[64, batch]"),
        call("TransposeMatMul")
            .input("float32[batch, s, 64]")
            .stored("float32[32, 64]")
            .attribute("transB", 1L),
        call("FusedMatMulActivation")
            .input("float32[batch, s, 64]")
            .stored("float32[64, 32]")
            .attribute("activation", "Softmax")
            .attribute("activation_axis", 2L),
        call("FusedMatMulActivation")
            .input("float32[batch, s, 64]")
            .stored("float32[64, 32]")
            .attribute("activation", "LogSoftmax"),
        fusedGemm(),
        fusedGemm().attribute("alpha", 0.5).attribute("beta", 2.0),
        call("GemmFastGelu").input("float32[batch, s, 64]").stored("float32[64, 32]"),
        call("GemmFastGelu")
            .input("float32[batch, s, 64]")
            .stored("float32[64, 32]")
            .stored("float32[32]"),
        gemmFloat8(),
        gemmFloat8().attribute("beta", 1.0).attribute("activation", "GELU"),
        sparse(),
        sparse().attribute("alpha", 2.0),
        call("MatMulInteger16").input("int16[batch, 4, 8]").input("int16[batch, 8, 16]"),
        integerToFloat(),
        integerToFloat().stored("uint8[]").stored("int8[]").stored("float32[16]"),
        dynamicQuantize(),
        dynamicQuantize().stored("int8[16]").stored("float32[16]"),
        quantizedGemm(),
        quantizedGemm().stored("int32[10]").stored("float32[]").stored("uint8[]"),
        ordered(),
        ordered().stored("float32[16]").input("int8[batch, 4, 16]").stored("float32[]"),
        bits(),
        bits().stored("uint8[10, 1]").absent().stored("float32[10]"),
        bnb4(),
        bnb4().attribute("transB", 0L).attribute("K", 10L).attribute("N", 64L),
        fpQ4(),
        fp4(),
        fp8(),
        fp8().stored("float32[]").stored("float16[10]"),
        mlp(),
        qkv());
  }
}
