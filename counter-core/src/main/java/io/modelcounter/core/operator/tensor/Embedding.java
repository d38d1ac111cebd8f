package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Embedding (ONNX 1.0, Embedding, which was removed): for each index a vector of {@code output_dim}
 * elements from the table that the attribute {@code weights} holds, [output_dim, input_dim].
 */
final class Embedding extends DataMovement {

  Embedding() {
    super("the elements are only looked up", "Embedding");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Constant weights = weights(call);
    OptionalLong length = call.attributes().integer("output_dim");
    List<Size> dims = new ArrayList<>(call.shape(0).dims());
    dims.add(length.isPresent() ? Size.of(length.getAsLong()) : weights.type().shape().dim(0));
    return List.of(Inferred.tensor(weights.type().element(), Shape.of(dims)));
  }

  private static Constant weights(Call call) {
    Constant weights =
        call.attributes()
            .tensor("weights")
            .orElseThrow(() -> new InvalidNodeException("attribute \"weights\" is missing"));
    if (weights.type().shape().rank() != 2) {
      throw new InvalidNodeException("weights " + weights.type().shape() + " must have rank 2");
    }
    return weights;
  }

  @Override
  public Traffic traffic(Call call) {
    Amount written = LayerCounter.bytes(call.outputType(0));
    return new Traffic(written.plus(LayerCounter.bytes(call.type(0))), written);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, weights(call).type().element(), reason);
  }
}
