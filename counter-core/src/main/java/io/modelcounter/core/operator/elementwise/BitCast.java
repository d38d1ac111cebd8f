package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;

/** BitCast (ONNX, BitCast): the same bits taken for elements of another type of the same width. */
final class BitCast extends FreeOperator {

  BitCast() {
    super("only the element type changes", "BitCast");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType from = call.element(0);
    ElementType to = target(call);
    if (from.bits() != to.bits() && from.bits() != 0) {
      throw new InvalidNodeException(
          "cannot take " + from.bits() + " bits of " + from + " for " + to.bits() + " of " + to);
    }
    return List.of(Inferred.tensor(to, call.shapeIfKnown(0)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(target(call), Shape.unknownRank(reason)));
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }

  private static ElementType target(Call call) {
    return ElementTypes.numbered(call.attributes().requiredInteger("to"));
  }
}
