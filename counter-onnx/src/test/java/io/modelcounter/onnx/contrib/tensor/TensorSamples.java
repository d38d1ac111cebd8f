package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class TensorSamples {
  private TensorSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static List<TestCall> all() {
    return List.of(
        call("ExpandDims").input("float32[batch, 3]").scalarValue(-1),
        call("ExpandDims").input("float32[batch, 3]").input("int32[]"),
        call("TorchEmbedding").stored("float32[100, 8]").input("int64[batch, n]"),
        call("GatherND").input("float32[batch, 5, 6]").input("int64[n, 2]"),
        call("Pad").input("float32[batch, 3]").value(0, 1, 0, 2).attribute("mode", "edge"),
        call("Range").scalarValue(2).sizes("batch"),
        call("Range").input("float32[]").input("float32[]").input("float32[]"),
        call("Trilu").input("float32[batch, 4, 4]").scalarValue(1).attribute("upper", 0L),
        call("UnfoldTensor")
            .input("float32[batch, 80]")
            .attribute("size", 4L)
            .attribute("step", 2L),
        call("UnfoldTensor").input("float32[batch, n]").attribute("size", 1L).attribute("dim", 0L),
        call("Unique").input("int64[batch]").outputs("y", "idx", "counts"),
        call("SampleOp").input("float32[batch]"));
  }
}
