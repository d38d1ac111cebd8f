package io.modelcounter.spi.operator;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Coordinates;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * GatherND (ONNX, GatherND): the last axis of the indices holds coordinates of the data, behind
 * {@code batch_dims} axes that both share; what the coordinates leave open is taken whole.
 */
public final class GatherND extends DataMovement {

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public GatherND(OperatorRange operator) {
    super("the elements are only looked up", operator);
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
    int[] chosen = Coordinates.places(data, indices.get(), batch);
    int inner = Coordinates.sliceLength(data, indices.get(), batch);
    TensorValue picked =
        Elements.pick(data, new int[][] {chosen, Elements.offsets(inner, 0, 1)}, Scalar.UNKNOWN);
    return Optional.of(picked.reshaped(dims.get()));
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
