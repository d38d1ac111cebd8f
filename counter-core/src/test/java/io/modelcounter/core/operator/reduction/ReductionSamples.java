package io.modelcounter.core.operator.reduction;

import io.modelcounter.tck.TestCall;
import java.util.ArrayList;
import java.util.List;

/** A call of every operator of the family. */
final class ReductionSamples {
  static final List<String> REDUCTIONS =
      List.of(
          "ReduceSum",
          "ReduceMean",
          "ReduceProd",
          "ReduceMax",
          "ReduceMin",
          "ReduceL1",
          "ReduceL2",
          "ReduceSumSquare",
          "ReduceLogSum",
          "ReduceLogSumExp");

  private ReductionSamples() {}

  static List<TestCall> all() {
    List<TestCall> samples = new ArrayList<>();
    for (String name : REDUCTIONS) {
      samples.add(TestCall.onnx(name, 18).input("float32[batch, 3, h]").value(-1));
      samples.add(TestCall.onnx(name, 18).input("float32[batch, 3, h]").value(1, 2));
      samples.add(
          TestCall.onnx(name, 11)
              .input("float32[batch, 3, h]")
              .attribute("axes", 1, 2)
              .attribute("keepdims", 0L));
    }
    for (String name : List.of("ArgMax", "ArgMin")) {
      samples.add(TestCall.onnx(name, 13).input("float32[batch, 10]").attribute("axis", -1L));
    }
    for (String name : List.of("CumSum", "CumProd")) {
      samples.add(TestCall.onnx(name, 26).input("float32[batch, s]").scalarValue(1));
    }
    samples.add(TestCall.onnx("TopK", 11).input("float32[batch, 100]").value(5).outputs("v", "i"));
    samples.add(
        TestCall.onnx("TopK", 1).input("float32[batch, 100]").attribute("k", 5L).outputs("v", "i"));
    return samples;
  }
}
