package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class ElementwiseSamples {
  private ElementwiseSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TestCall biasDropout() {
    return call("BiasDropout")
        .input("float32[batch, 8]")
        .stored("float32[8]")
        .input("float32[batch, 8]")
        .stored("float32[]");
  }

  static List<TestCall> all() {
    return List.of(
        call("Gelu").input("float32[batch, 8]"),
        call("QuickGelu").input("float16[batch, 8]").attribute("alpha", 1.0),
        call("FastGelu").input("float32[batch, 8]"),
        call("FastGelu").input("float16[batch, 8]").stored("float16[8]"),
        call("BiasGelu").input("float32[batch, 5, 8]").stored("float32[8]"),
        call("BiasSplitGelu").input("float32[batch, 5, 8]").stored("float32[8]"),
        call("BiasAdd")
            .input("float32[batch, 5, 8]")
            .stored("float32[8]")
            .input("float32[batch, 5, 8]"),
        call("GatedAdd")
            .input("float32[batch, 5, 8]")
            .input("float32[batch, 5, 8]")
            .input("float32[batch, 5, 1]"),
        call("BiasSoftmax")
            .input("float32[batch, 4, n, n]")
            .input("float32[batch, 1, n, n]")
            .attribute("axis", 3L)
            .attribute("is_inner_broadcast", 1L),
        biasDropout(),
        call("BitmaskDropout").input("float32[batch, 8]").outputs("Y", "mask"),
        call("BitmaskBiasDropout")
            .input("float32[batch, 8]")
            .stored("float32[8]")
            .absent()
            .absent()
            .input("bool[]")
            .outputs("Y", "mask"),
        call("ComplexMul").input("float32[batch, 4, 5, 2]").input("float32[4, 1, 2]"),
        call("ComplexMulConj").input("float32[batch, 4, 2]").input("float32[batch, 4, 2]"));
  }
}
