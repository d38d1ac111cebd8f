package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Crop (ONNX 1.4, Crop, an experimental operator that was removed): X [N, C, H, W] is cut to the
 * attribute {@code scale}, a height and a width, or by the attribute {@code border}: left, top,
 * right and bottom.
 */
final class Crop extends FreeOperator {

  Crop() {
    super("elements are only copied", "Crop");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 4) {
      throw new InvalidNodeException("input is " + input + ", expected [N, C, H, W]");
    }
    Shape output =
        call.attributes().has("scale") ? scaled(call, input) : withoutBorder(call, input);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  private static Shape scaled(Call call, Shape input) {
    long[] scale = Window.list(call.attributes(), "scale", 2, 1);
    return Shape.of(input.dim(0), input.dim(1), Size.of(scale[0]), Size.of(scale[1]));
  }

  private static Shape withoutBorder(Call call, Shape input) {
    long[] border = Window.list(call.attributes(), "border", 4, 0);
    Size height = input.dim(2).minus(Size.of(border[1])).minus(Size.of(border[3]));
    Size width = input.dim(3).minus(Size.of(border[0])).minus(Size.of(border[2]));
    if (Size.ZERO.isGreaterThan(height) || Size.ZERO.isGreaterThan(width)) {
      throw new InvalidNodeException("the border leaves nothing of input " + input);
    }
    return Shape.of(input.dim(0), input.dim(1), height, width);
  }

  /** Only what is kept of the input is read. */
  @Override
  public Traffic traffic(Call call) {
    Amount kept = LayerCounter.bytes(call.outputType(0));
    return new Traffic(kept, kept);
  }
}
