package io.modelcounter.core.operator.tensor;

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
        new Gather(),
        new GatherElements(),
        new GatherND(),
        new ScatterElements(),
        new ScatterND(),
        new TensorScatter(),
        new Expand(),
        new Tile(),
        new Pad(),
        new Range(),
        new OneHot(),
        new EyeLike(),
        new Trilu(),
        new Compress(),
        new NonZero(),
        new Unique(),
        new ReverseSequence(),
        new NonMaxSuppression());
  }
}
