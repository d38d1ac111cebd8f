package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Coordinates;
import io.modelcounter.spi.support.Elements;

/**
 * ScatterND (ONNX, ScatterND): the last axis of the indices holds coordinates of the data; what
 * they leave open is written whole.
 */
final class ScatterND extends Scattering {

  ScatterND() {
    super("ScatterND");
  }

  @Override
  void requireFitting(Call call, Shape data, Shape indices) {
    long coordinates = indices.rank() == 0 ? 0 : indices.dim(-1).asLong().orElse(1);
    if (coordinates < 1 || coordinates > data.rank()) {
      throw new InvalidNodeException(
          "indices "
              + indices
              + " hold "
              + coordinates
              + " coordinates, expected 1 to "
              + data.rank()
              + " for data "
              + data);
    }
  }

  @Override
  int[] places(Call call, TensorValue data, TensorValue indices) {
    int length = Coordinates.sliceLength(data, indices, 0);
    int[] slices = Coordinates.places(data, indices, 0);
    return Elements.places(new int[][] {slices, Elements.offsets(length, 0, 1)});
  }
}
