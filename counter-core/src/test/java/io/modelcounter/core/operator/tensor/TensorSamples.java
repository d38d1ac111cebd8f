package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestCall;
import java.util.Collections;
import java.util.List;

/** Calls of every operator of the family. */
final class TensorSamples {
  private TensorSamples() {}

  static List<TestCall> all() {
    return List.of(
        TestCall.onnx("Constant", 13).attribute("value_ints", 1, 2, 3),
        TestCall.onnx("Constant", 1).attribute("value", tensor(ElementType.INT64, Scalar.of(7))),
        TestCall.onnx("ConstantOfShape", 9).sizes("batch", "3", "n"),
        TestCall.onnx("ConstantOfShape", 21)
            .value(2, 2)
            .attribute("value", tensor(ElementType.INT64, Scalar.of(1))),
        TestCall.onnx("ConstantFill", 1).input("float32[batch, 3]").attribute("value", 0.5),
        TestCall.onnx("GivenTensorFill", 1).attribute("shape", 2, 1).attribute("values", 0.5, 1.5),
        TestCall.onnx("Shape", 15).input("float32[batch, 3, n]").attribute("start", 1L),
        TestCall.onnx("Size", 13).input("float32[batch, 3, n]"),
        TestCall.onnx("Identity", 16).input("float32[batch, 3]"),
        TestCall.onnx("Reshape", 14).input("float32[batch, n, 768]").value(0, -1, 12, 64),
        TestCall.onnx("Reshape", 5).input("float32[batch, n, 768]").sizes("batch*n", "768"),
        TestCall.onnx("Reshape", 1).input("float32[batch, 6]").attribute("shape", 0, 2, -1),
        TestCall.onnx("Flatten", 13).input("float32[batch, 3, n]"),
        TestCall.onnx("Squeeze", 13).input("float32[batch, 1, n, 1]").value(1, -1),
        TestCall.onnx("Unsqueeze", 11).input("float32[batch, n]").attribute("axes", 0, 2),
        TestCall.onnx("Transpose", 13).input("float32[batch, n, 4]").attribute("perm", 0, 2, 1),
        TestCall.onnx("Concat", 13)
            .input("float32[batch, n, 4]")
            .input("float32[batch, 2, 4]")
            .attribute("axis", 1L),
        TestCall.onnx("Split", 18)
            .input("float32[batch, 7]")
            .attribute("axis", 1L)
            .attribute("num_outputs", 3L)
            .outputs("A", "B", "C"),
        TestCall.onnx("Split", 2).input("float32[4*batch, 3]").outputs("A", "B"),
        TestCall.onnx("Slice", 13)
            .input("float32[batch, n + 8, 4]")
            .value(1, -3)
            .value(-1, Long.MAX_VALUE)
            .value(1, 2)
            .value(2, 1),
        TestCall.onnx("DynamicSlice", 1)
            .input("float32[batch, n + 8, 4]")
            .value(1, -3)
            .value(-1, Integer.MAX_VALUE)
            .value(1, 2),
        TestCall.onnx("Slice", 1)
            .input("float32[batch, 10]")
            .attribute("starts", 0, 1)
            .attribute("ends", 1000, -1),
        TestCall.onnx("Gather", 13).stored("float32[30522, 768]").input("int64[batch, n]"),
        TestCall.onnx("Embedding", 1)
            .input("int64[n]")
            .attribute("weights", filled(ElementType.FLOAT32, 4, 10)),
        TestCall.onnx("LoopIndexTensor", 1).input("float32[n, batch, 4]").input("int32[]"),
        TestCall.onnx("GatherElements", 13)
            .input("float32[batch, 5]")
            .input("int64[batch, 2]")
            .attribute("axis", 1L),
        TestCall.onnx("GatherND", 12)
            .input("float32[batch, 5, 6, 7]")
            .input("int64[batch, n, 1]")
            .attribute("batch_dims", 1L),
        TestCall.onnx("Scatter", 9)
            .input("float32[batch, 5]")
            .input("int64[batch, 2]")
            .input("float32[batch, 2]"),
        TestCall.onnx("ScatterElements", 18)
            .input("float32[batch, 5]")
            .input("int64[batch, 2]")
            .input("float32[batch, 2]")
            .attribute("reduction", "add"),
        TestCall.onnx("ScatterND", 18)
            .input("float32[batch, 5]")
            .input("int64[batch, 1]")
            .input("float32[batch, 5]")
            .attribute("reduction", "max"),
        TestCall.onnx("TensorScatter", 24)
            .input("float32[batch, 8, 128, 64]")
            .input("float32[batch, 8, n, 64]")
            .input("int64[batch]"),
        TestCall.onnx("Expand", 13).input("float32[1, n, 1]").sizes("batch", "1", "4"),
        TestCall.onnx("Tile", 13).input("float32[batch, n]").sizes("1", "n"),
        TestCall.onnx("Tile", 1).input("float32[batch, 3]").scalarValue(2).scalarValue(1),
        TestCall.onnx("Pad", 13).input("float32[batch, n]").value(0, 1, 0, 2),
        TestCall.onnx("Pad", 18).input("float32[batch, n + 2]").value(-1, -1).absent().value(-1),
        TestCall.onnx("Pad", 1).input("float32[batch, 3]").attribute("paddings", 0, 1, 0, 1),
        TestCall.onnx("Range", 11).scalarValue(2).input(Steps.scalar("n")).scalarValue(3),
        TestCall.onnx("OneHot", 11).input("int64[batch, n]").scalarValue(10).input("float32[2]"),
        TestCall.onnx("EyeLike", 22).input("int32[n, 4]").attribute("dtype", 1L),
        TestCall.onnx("Trilu", 14).input("float32[batch, n, n]").absent(),
        TestCall.onnx("Compress", 11)
            .input("float32[batch, n]")
            .input("bool[8]")
            .attribute("axis", 1L),
        TestCall.onnx("NonZero", 13).input("float32[batch, n]"),
        TestCall.onnx("Unique", 11).input("float32[n, 4]").outputs("Y", "I", "J", "K"),
        TestCall.onnx("Unique", 11)
            .input("float32[n, 4]")
            .attribute("axis", 0L)
            .outputs("Y", "", "J"),
        TestCall.onnx("ReverseSequence", 10).input("float32[n, batch, 4]").input("int64[batch]"),
        TestCall.onnx("NonMaxSuppression", 11)
            .input("float32[batch, n, 4]")
            .input("float32[batch, 80, n]")
            .value(100)
            .input("float32[1]"));
  }

  static AttributeValue tensor(ElementType type, Scalar element) {
    return AttributeValue.of(Constant.of("", TensorValue.vector(type, List.of(element))));
  }

  /** A tensor of zeros. */
  static AttributeValue filled(ElementType type, long... dims) {
    int count = 1;
    for (long dim : dims) {
      count *= (int) dim;
    }
    return AttributeValue.of(
        Constant.of("", TensorValue.of(type, dims, Collections.nCopies(count, Scalar.real(0)))));
  }
}
