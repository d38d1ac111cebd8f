package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * RemovePadding (ONNX Runtime, contrib operators): [batch, positions, size] without the positions
 * of the padding, with what {@link PaddingRestoration} needs to put them back.
 */
final class PaddingRemoval extends FreeOperator {

  PaddingRemoval() {
    super("positions are copied", Contrib.operator("RemovePadding"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 3) {
      throw new InvalidNodeException("input 0 is " + input + ", expected [batch, positions, size]");
    }
    Size kept =
        call.freshSize(0, "tokens", "the data decide how much is padding", input.elements(0, 2));
    return outputs(
        call,
        Shape.of(kept, input.dim(2)),
        Shape.of(input.dim(0), input.dim(1)),
        Shape.of(input.dim(0).plus(Size.ONE)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return outputs(call, unknown, unknown, unknown);
  }

  private static List<Inferred> outputs(Call call, Shape kept, Shape offsets, Shape sums) {
    return List.of(
        Inferred.tensor(call.element(0), kept),
        Inferred.tensor(ElementType.INT32, offsets),
        Inferred.tensor(ElementType.INT32, sums),
        Inferred.tensor(ElementType.INT32, Shape.of(1)));
  }
}
