package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expand (ONNX, Expand): broadcasts the data with a shape that an input lists. */
final class Expand extends DataMovement {

  Expand() {
    super("the elements are only repeated", "Expand");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    Optional<List<Scalar>> entries = Elements.entries(call, 1);
    if (entries.isEmpty()) {
      return List.of(
          Inferred.tensor(call.element(0), Shape.unknownRank(ShapeEntries.NUMBER_UNKNOWN)));
    }
    Shape shape = Broadcasting.broadcast(data, target(call, data, entries.get()));
    Inferred output = Elements.following(call, shape, value -> Optional.of(expanded(value, shape)));
    if (data.elements().isOne() && call.input(0).mayHaveValue()) {
      Optional<Scalar> only = call.value(0).map(value -> value.at(0)).filter(Scalar::isKnown);
      return List.of(only.isPresent() ? output.filledWith(only.get()) : output);
    }
    return List.of(withFillOf(call.input(0), output));
  }

  /** The listed shape; an entry that is not known cannot change a size that is never 1. */
  private static Shape target(Call call, Shape data, List<Scalar> entries) {
    List<Scalar> known = new ArrayList<>(entries);
    for (int i = 0; i < known.size(); i++) {
      int axis = i - entries.size() + data.rank();
      if (!known.get(i).isKnown()
          && axis >= 0
          && data.dim(axis).compare(Size.ONE) == Comparison.DIFFERENT) {
        known.set(i, Scalar.of(Size.ONE));
      }
    }
    return ShapeEntries.shape(call, known);
  }

  private static TensorValue expanded(TensorValue value, Shape shape) {
    long[] source = value.dims();
    int[] strides = Elements.strides(source);
    int missing = shape.rank() - source.length;
    int[][] offsets = new int[shape.rank()][];
    for (int i = 0; i < offsets.length; i++) {
      int length = (int) shape.dim(i).asLong().orElseThrow();
      boolean repeats = i < missing || source[i - missing] == 1;
      offsets[i] = Elements.offsets(length, 0, repeats ? 0 : strides[i - missing]);
    }
    return Elements.pick(value, offsets, Scalar.UNKNOWN);
  }
}
