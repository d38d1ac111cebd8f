package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.Gather;
import io.modelcounter.spi.operator.GatherND;
import io.modelcounter.spi.operator.Pad;
import io.modelcounter.spi.operator.Range;
import io.modelcounter.spi.operator.Trilu;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The tensor family: operators that create, shape, select and move tensors. */
public final class TensorOperators {
  private TensorOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new ConstantTensor(),
        new ConstantOfShape(),
        new ConstantFill(),
        new GivenTensorFill(),
        new ShapeOf(),
        new SizeOf(),
        new Identity(),
        new Reshape(),
        new Flatten(),
        new Squeeze(),
        new Unsqueeze(),
        new Transpose(),
        new Concat(),
        new Split(),
        new Slice(),
        new Gather(OperatorRange.onnx("Gather")),
        new Embedding(),
        new LoopIndexTensor(),
        new GatherElements(),
        new GatherND(OperatorRange.onnx("GatherND")),
        new ScatterElements(),
        new ScatterND(),
        new TensorScatter(),
        new Expand(),
        new Tile(),
        new Pad(OperatorRange.onnx("Pad")),
        new Range(OperatorRange.onnx("Range")),
        new OneHot(),
        new EyeLike(),
        new Trilu(OperatorRange.onnx("Trilu")),
        new Compress(),
        new NonZero(),
        new Unique(),
        new ReverseSequence(),
        new NonMaxSuppression());
  }
}
