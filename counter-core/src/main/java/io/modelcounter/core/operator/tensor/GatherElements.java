package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import java.util.List;
import java.util.Optional;

/**
 * GatherElements (ONNX, GatherElements): for every index, the element in its place, with the index
 * as coordinate along one axis.
 */
final class GatherElements extends DataMovement {

  GatherElements() {
    super("the elements are only looked up", "GatherElements");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape indices = call.shape(1);
    Shape data = call.shapeIfKnown(0);
    if (data.hasRank() && data.rank() != indices.rank()) {
      throw new InvalidNodeException(
          "data " + data + " and indices " + indices + " must have the same rank");
    }
    int axis = Axes.normalize(call.attributes().integer("axis", 0), indices.rank());
    Inferred output = Elements.following(call, indices, value -> value(call, value, axis));
    return List.of(withFillOf(call.input(0), output));
  }

  private static Optional<TensorValue> value(Call call, TensorValue data, int axis) {
    return Elements.orUnknown(call, 1).map(indices -> Elements.along(data, indices, axis));
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
