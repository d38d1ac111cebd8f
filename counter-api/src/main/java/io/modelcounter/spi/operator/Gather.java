package io.modelcounter.spi.operator;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gather (ONNX, Gather): takes the slices of the data along one axis that the indices name. */
public final class Gather extends DataMovement {

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public Gather(OperatorRange operator) {
    super("the elements are only looked up", operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", 0), data.rank());
    Shape shape = shape(data, call.shape(1), axis);
    Inferred output = Elements.following(call, shape, value -> value(call, value, shape, axis));
    return List.of(withFillOf(call.input(0), output));
  }

  /**
   * Dimensions of the slices that are taken: those of the data with those of the indices in place
   * of one axis.
   *
   * @param data dimensions of the data, of known rank
   * @param indices dimensions of the indices, of known rank
   * @param axis the axis, from 0 to the rank of the data − 1
   * @return the dimensions
   */
  public static Shape shape(Shape data, Shape indices, int axis) {
    List<Size> dims = new ArrayList<>(data.rank() + indices.rank());
    dims.addAll(data.dims().subList(0, axis));
    dims.addAll(indices.dims());
    dims.addAll(data.dims().subList(axis + 1, data.rank()));
    return Shape.of(dims);
  }

  private static Optional<TensorValue> value(Call call, TensorValue data, Shape shape, int axis) {
    Optional<TensorValue> indices = Elements.orUnknown(call, 1);
    Optional<long[]> dims = Elements.followedDims(shape);
    if (indices.isEmpty() || dims.isEmpty()) {
      return Optional.empty();
    }
    int inner = Elements.strides(data.dims())[axis];
    int length = (int) data.dims()[axis];
    int outer = length * inner == 0 ? 0 : data.size() / (length * inner);
    int[] chosen = new int[indices.get().size()];
    for (int i = 0; i < chosen.length; i++) {
      int index = Elements.index(indices.get().at(i), length);
      chosen[i] = index < 0 ? -1 : index * inner;
    }
    int[][] offsets = {
      Elements.offsets(outer, 0, length * inner), chosen, Elements.offsets(inner, 0, 1)
    };
    TensorValue picked = Elements.pick(data, offsets, Scalar.UNKNOWN);
    return picked.size() == Elements.count(dims.get())
        ? Optional.of(picked.reshaped(dims.get()))
        : Optional.empty();
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean isTable = input == 0 && !call.element(0).equals(ElementType.INT32);
    return isTable ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
