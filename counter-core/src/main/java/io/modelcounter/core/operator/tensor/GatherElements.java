package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import java.util.ArrayList;
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
    return Elements.orUnknown(call, 1).map(indices -> picked(data, indices, axis));
  }

  private static TensorValue picked(TensorValue data, TensorValue indices, int axis) {
    int[] places = linePlaces(data, indices.dims(), axis);
    int stride = Elements.strides(data.dims())[axis];
    List<Scalar> elements = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      int index = Gather.index(indices.at(i), (int) data.dims()[axis]);
      int place = places[i] + index * stride;
      boolean inside = index >= 0 && place < data.size();
      elements.add(inside ? data.at(place) : Scalar.UNKNOWN);
    }
    return TensorValue.of(data.elementType(), indices.dims(), elements);
  }

  /** Where the line along the axis begins that each place of the indices belongs to. */
  static int[] linePlaces(TensorValue data, long[] indices, int axis) {
    int[] strides = Elements.strides(data.dims());
    int[][] offsets = new int[indices.length][];
    for (int i = 0; i < indices.length; i++) {
      offsets[i] = Elements.offsets((int) indices[i], 0, i == axis ? 0 : strides[i]);
    }
    return Elements.places(offsets);
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
