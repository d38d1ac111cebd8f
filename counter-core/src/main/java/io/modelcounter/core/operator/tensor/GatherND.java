package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * GatherND (ONNX, GatherND): the last axis of the indices holds coordinates of the data, behind
 * {@code batch_dims} axes that both share; what the coordinates leave open is taken whole.
 */
final class GatherND extends DataMovement {

  GatherND() {
    super("the elements are only looked up", "GatherND");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    Shape indices = call.shape(1);
    int batch = (int) call.attributes().integer("batch_dims", 0);
    if (batch < 0 || batch >= Math.min(data.rank(), indices.rank())) {
      throw new InvalidNodeException(
          "batch_dims is "
              + batch
              + ", expected less than the ranks of data "
              + data
              + " and indices "
              + indices);
    }
    OptionalLong coordinates = indices.dim(-1).asLong();
    if (coordinates.isEmpty()) {
      return unknownRank(
          call, call.element(0), "how many coordinates the indices hold is not known");
    }
    long whole = batch + coordinates.getAsLong();
    if (coordinates.getAsLong() < 1 || whole > data.rank()) {
      throw new InvalidNodeException(
          "indices "
              + indices
              + " hold "
              + coordinates.getAsLong()
              + " coordinates, too many or"
              + " too few for data "
              + data
              + " with batch_dims "
              + batch);
    }
    List<Size> dims = new ArrayList<>(indices.dims().subList(0, indices.rank() - 1));
    dims.addAll(data.dims().subList((int) whole, data.rank()));
    Shape shape = Shape.of(dims);
    Inferred output = Elements.following(call, shape, value -> value(call, value, shape, batch));
    return List.of(withFillOf(call.input(0), output));
  }

  private static Optional<TensorValue> value(Call call, TensorValue data, Shape shape, int batch) {
    Optional<TensorValue> indices = Elements.orUnknown(call, 1);
    Optional<long[]> dims = Elements.followedDims(shape);
    if (indices.isEmpty() || dims.isEmpty()) {
      return Optional.empty();
    }
    int[] chosen = slicePlaces(data, indices.get(), batch);
    int inner = sliceLength(data, indices.get(), batch);
    TensorValue picked =
        Elements.pick(data, new int[][] {chosen, Elements.offsets(inner, 0, 1)}, Scalar.UNKNOWN);
    return Optional.of(picked.reshaped(dims.get()));
  }

  /** Number of elements that one set of coordinates takes. */
  static int sliceLength(TensorValue data, TensorValue indices, int batch) {
    long[] dims = indices.dims();
    return Elements.strides(data.dims())[batch + (int) dims[dims.length - 1] - 1];
  }

  /** Where each set of coordinates begins in the data, -1 if one is not known or out of range. */
  static int[] slicePlaces(TensorValue data, TensorValue indices, int batch) {
    long[] dims = data.dims();
    int[] strides = Elements.strides(dims);
    int coordinates = (int) indices.dims()[indices.rank() - 1];
    int[] places = new int[indices.size() / coordinates];
    int batches = 1;
    for (int i = 0; i < batch; i++) {
      batches *= (int) dims[i];
    }
    int setsOfBatch = Math.max(1, places.length / Math.max(1, batches));
    int batchLength = batch == 0 ? 0 : strides[batch - 1];
    for (int i = 0; i < places.length; i++) {
      int place = i / setsOfBatch * batchLength;
      for (int k = 0; k < coordinates && place >= 0; k++) {
        int axis = batch + k;
        int index = Gather.index(indices.at(i * coordinates + k), (int) dims[axis]);
        place = index < 0 ? -1 : place + index * strides[axis];
      }
      places[i] = place;
    }
    return places;
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
