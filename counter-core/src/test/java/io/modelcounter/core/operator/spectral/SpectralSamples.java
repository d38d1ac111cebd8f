package io.modelcounter.core.operator.spectral;

import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class SpectralSamples {
  private SpectralSamples() {}

  static TestCall shortTime() {
    return TestCall.onnx("STFT", 17)
        .input("float32[batch, length, 1]")
        .scalarValue(8)
        .stored("float32[16]")
        .scalarValue(16);
  }

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("DFT", 17).input("float32[batch, 16, 1]").attribute("onesided", 1L),
        TestCall.onnx("DFT", 20).input("float32[batch, n, 2]").attribute("inverse", 1L),
        TestCall.onnx("DFT", 20)
            .input("float32[batch, 10, 6, 2]")
            .scalarValue(16)
            .scalarValue(1)
            .attribute("inverse", 1L),
        shortTime(),
        TestCall.onnx("MelWeightMatrix", 17)
            .scalarValue(8)
            .scalarValue(16)
            .scalarValue(8192)
            .stored("float32[]")
            .stored("float32[]"),
        TestCall.onnx("HannWindow", 17).scalarValue(10),
        TestCall.onnx("HammingWindow", 17).sizes("n"),
        TestCall.onnx("BlackmanWindow", 17).scalarValue(10).attribute("output_datatype", 11L));
  }
}
