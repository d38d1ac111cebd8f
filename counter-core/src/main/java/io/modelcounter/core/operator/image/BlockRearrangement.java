package io.modelcounter.core.operator.image;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DepthToSpace and SpaceToDepth (ONNX): blocks of b by b positions become channels or come from
 * them, [N, C, H, W] and [N, C b^2, H / b, W / b].
 */
final class BlockRearrangement extends FreeOperator {

  private final boolean toSpace;

  BlockRearrangement(String name, boolean toSpace) {
    super("elements are only rearranged", name);
    this.toSpace = toSpace;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Size block = Size.of(call.attributes().requiredInteger("blocksize"));
    if (input.rank() != 4 || !block.isGreaterThan(Size.ZERO)) {
      throw new InvalidNodeException(
          "input is "
              + input
              + " and blocksize "
              + block
              + ", expected [N, C, H, W] and at least 1");
    }
    Size area = block.times(block);
    Shape output =
        toSpace
            ? Shape.of(
                input.dim(0),
                divided(input, 1, area),
                input.dim(2).times(block),
                input.dim(3).times(block))
            : Shape.of(
                input.dim(0),
                input.dim(1).times(area),
                divided(input, 2, block),
                divided(input, 3, block));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  private static Size divided(Shape input, int axis, Size divisor) {
    if (input.dim(axis).mod(divisor).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "axis " + axis + " of input " + input + " is not a multiple of " + divisor);
    }
    return input.dim(axis).floorDiv(divisor);
  }
}
