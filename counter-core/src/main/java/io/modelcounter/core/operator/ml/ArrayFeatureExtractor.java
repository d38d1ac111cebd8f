package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * ArrayFeatureExtractor (ONNX, ai.onnx.ml): takes elements along the last axis; [C] counts as [1,
 * C].
 */
final class ArrayFeatureExtractor extends FreeOperator {

  ArrayFeatureExtractor() {
    super("elements are only taken", Ml.operator("ArrayFeatureExtractor"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() == 0) {
      throw new InvalidNodeException("the input is a scalar, expected at least one axis");
    }
    List<Size> dims = new ArrayList<>(input.dims().subList(0, input.rank() - 1));
    if (dims.isEmpty()) {
      dims.add(Size.ONE);
    }
    Shape indices = call.shapeIfKnown(1);
    dims.add(
        indices.hasRank()
            ? indices.elements()
            : call.freshSize(0, "count", "how many indices there are is not known"));
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public Traffic traffic(Call call) {
    Amount taken = LayerCounter.bytes(call.outputType(0));
    return new Traffic(taken.plus(LayerCounter.bytes(call.type(1))), taken);
  }
}
