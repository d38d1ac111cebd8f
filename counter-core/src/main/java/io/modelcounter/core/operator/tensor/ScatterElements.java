package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Elements;

/**
 * ScatterElements and its older form Scatter (ONNX): every update goes to its own place, with the
 * index as coordinate along one axis.
 */
final class ScatterElements extends Scattering {

  ScatterElements() {
    super("ScatterElements", "Scatter");
  }

  @Override
  void requireFitting(Call call, Shape data, Shape indices) {
    axis(call, data.rank());
    if (data.rank() != indices.rank()) {
      throw new InvalidNodeException(
          "data " + data + " and indices " + indices + " must have the same rank");
    }
  }

  private static int axis(Call call, int rank) {
    return Axes.normalize(call.attributes().integer("axis", 0), rank);
  }

  @Override
  int[] places(Call call, TensorValue data, TensorValue indices) {
    int axis = axis(call, data.rank());
    int[] places = Elements.linePlaces(data, indices.dims(), axis);
    int stride = Elements.strides(data.dims())[axis];
    for (int i = 0; i < places.length; i++) {
      int index = Elements.index(indices.at(i), (int) data.dims()[axis]);
      places[i] = index < 0 ? -1 : places[i] + index * stride;
    }
    return places;
  }
}
