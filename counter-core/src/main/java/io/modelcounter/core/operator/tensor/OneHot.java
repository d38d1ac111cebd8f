package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * OneHot (ONNX, OneHot): a new axis of length {@code depth} on which one position is on, the others
 * off.
 */
final class OneHot extends DataMovement {

  OneHot() {
    super("the tensor is only filled", "OneHot");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape indices = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", -1), indices.rank() + 1);
    List<Size> dims = new ArrayList<>(indices.dims());
    dims.add(axis, depth(call));
    Shape shape = Shape.of(dims);
    Inferred output = Inferred.tensor(call.element(2), shape);
    boolean mayHaveValue = call.input(0).mayHaveValue() && call.input(2).mayHaveValue();
    if (mayHaveValue && Elements.followedDims(shape).isPresent()) {
      output = output.withValue(() -> value(call, shape, axis));
    }
    return List.of(output);
  }

  private static Size depth(Call call) {
    Optional<Scalar> element =
        call.value(1).filter(value -> value.size() == 1).map(value -> value.at(0));
    Optional<Size> depth = element.flatMap(OneHot::integer);
    if (depth.isPresent() && Size.ZERO.isAtLeast(depth.get())) {
      throw new InvalidNodeException("depth is " + depth.get() + ", expected at least 1");
    }
    return depth.orElseGet(() -> call.freshSize(0, "depth", "the depth is not known"));
  }

  /** Depth and indices may stand in float tensors. */
  private static Optional<Size> integer(Scalar element) {
    Optional<Size> size = element.asSize();
    OptionalDouble real = element.asDouble();
    return size.isEmpty() && real.isPresent()
        ? Optional.of(Size.of((long) real.getAsDouble()))
        : size;
  }

  private static Optional<TensorValue> value(Call call, Shape shape, int axis) {
    Optional<TensorValue> indices = call.value(0);
    Optional<TensorValue> offAndOn = call.value(2).filter(value -> value.size() == 2);
    Optional<long[]> dims = Elements.followedDims(shape);
    if (indices.isEmpty() || offAndOn.isEmpty() || dims.isEmpty()) {
      return Optional.empty();
    }
    int depth = (int) dims.get()[axis];
    int inner = Elements.strides(dims.get())[axis];
    Scalar[] elements = new Scalar[Elements.count(dims.get())];
    Arrays.fill(elements, offAndOn.get().at(0));
    for (int i = 0; i < indices.get().size(); i++) {
      Optional<Size> index = integer(indices.get().at(i));
      if (index.isEmpty() || index.get().asLong().isEmpty()) {
        return Optional.empty();
      }
      int position = Elements.index(Scalar.of(index.get()), depth);
      if (position >= 0) {
        int place = (i / inner * depth + position) * inner + i % inner;
        elements[place] = offAndOn.get().at(1);
      }
    }
    return Optional.of(
        TensorValue.of(offAndOn.get().elementType(), dims.get(), Arrays.asList(elements)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, call.element(2), reason);
  }
}
