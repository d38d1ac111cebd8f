package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Slice (ONNX, Slice): every {@code step}-th element from {@code start} to before {@code end} along
 * some axes. Version 1 has the bounds as attributes, later ones as inputs. DynamicSlice (ONNX 1.4,
 * which was removed) is Slice with inputs and without steps.
 */
final class Slice extends DataMovement {
  private static final String AXES_UNKNOWN = "the axes to slice are not known";
  private static final String BOUNDS_UNKNOWN = "the bounds of the slice are not known";

  Slice() {
    super("the elements are only copied", "Slice", "DynamicSlice");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    Optional<List<SliceBounds>> known = bounds(call, data.rank());
    if (known.isEmpty()) {
      return List.of(Inferred.tensor(call.element(0), unknownAxes(call, data)));
    }
    List<SliceBounds> bounds = known.get();
    List<Size> dims = new ArrayList<>(data.rank());
    for (int i = 0; i < bounds.size(); i++) {
      dims.add(length(call, i, data.dim(i), bounds.get(i)));
    }
    Inferred output = Elements.following(call, Shape.of(dims), value -> value(value, bounds, data));
    return List.of(withFillOf(call.input(0), output));
  }

  private static Size length(Call call, int axis, Size dim, SliceBounds along) {
    return along
        .length(dim)
        .orElseGet(() -> ShapeEntries.unknownDim(call, axis, BOUNDS_UNKNOWN, dim));
  }

  private static Shape unknownAxes(Call call, Shape data) {
    List<Size> dims = new ArrayList<>();
    for (int i = 0; i < data.rank(); i++) {
      dims.add(ShapeEntries.unknownDim(call, i, AXES_UNKNOWN, data.dim(i)));
    }
    return Shape.of(dims);
  }

  /** Bounds for each axis of the data, empty if the axes are not known. */
  private static Optional<List<SliceBounds>> bounds(Call call, int rank) {
    Optional<List<Scalar>> starts = operand(call, 1, "starts");
    Optional<List<Scalar>> ends = operand(call, 2, "ends");
    Optional<List<Scalar>> steps = operand(call, 4, "steps");
    boolean axesGiven = call.hasInput(3) || call.attributes().has("axes");
    Optional<List<Scalar>> axes = operand(call, 3, "axes");
    int count =
        axesGiven
            ? axes.map(List::size).orElse(-1)
            : starts.or(() -> ends).map(List::size).orElse(-1);
    if (count < 0) {
      return Optional.empty();
    }
    requireCount("starts", starts, count);
    requireCount("ends", ends, count);
    requireCount("steps", steps, count);
    boolean stepsGiven = call.hasInput(4);
    List<SliceBounds> bounds = new ArrayList<>(Collections.nCopies(rank, SliceBounds.WHOLE));
    for (int i = 0; i < count; i++) {
      OptionalLong axis =
          axesGiven ? Elements.constant(axes.orElseThrow().get(i)) : OptionalLong.of(i);
      if (axis.isEmpty()) {
        return Optional.empty();
      }
      bounds.set(
          Axes.normalize(axis.getAsLong(), rank),
          new SliceBounds(
              entry(starts, i),
              entry(ends, i),
              stepsGiven ? entry(steps, i) : Optional.of(Size.ONE)));
    }
    return Optional.of(bounds);
  }

  private static Optional<List<Scalar>> operand(Call call, int input, String attribute) {
    return call.hasInput(input)
        ? Elements.entries(call, input)
        : call.attributes().integers(attribute).map(Elements::entries);
  }

  private static Optional<Size> entry(Optional<List<Scalar>> operand, int index) {
    return operand.isPresent() ? operand.get().get(index).asSize() : Optional.empty();
  }

  private static void requireCount(String name, Optional<List<Scalar>> operand, int count) {
    if (operand.isPresent() && operand.get().size() != count) {
      throw new InvalidNodeException(
          name + " has " + operand.get().size() + " entries, expected " + count);
    }
  }

  private static Optional<TensorValue> value(
      TensorValue value, List<SliceBounds> bounds, Shape data) {
    int[][] offsets = Elements.allOffsets(value.dims());
    for (int i = 0; i < offsets.length; i++) {
      Optional<int[]> positions = bounds.get(i).positions(data.dim(i));
      if (positions.isEmpty()) {
        return Optional.empty();
      }
      int[] picked = positions.get();
      for (int k = 0; k < picked.length; k++) {
        picked[k] = offsets[i][picked[k]];
      }
      offsets[i] = picked;
    }
    return Optional.of(Elements.pick(value, offsets, Scalar.UNKNOWN));
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
