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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tile (ONNX, Tile): repeats a tensor along every axis or, in version 1, along one that an input
 * names.
 */
final class Tile extends DataMovement {
  private static final String REPEATS_UNKNOWN = "the number of repeats is not known";

  /** Version from which the repeats are given for every axis. */
  private static final int REPEATS_ALL_AXES = 6;

  Tile() {
    super("the elements are only repeated", "Tile");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    List<Scalar> repeats =
        call.version() < REPEATS_ALL_AXES
            ? repeatsOfOneAxis(call, data.rank())
            : repeats(call, data.rank());
    List<Size> dims = new ArrayList<>(data.rank());
    for (int i = 0; i < data.rank(); i++) {
      dims.add(size(call, i, data.dim(i), repeats.get(i)));
    }
    Shape shape = Shape.of(dims);
    Inferred output = Elements.following(call, shape, value -> Optional.of(tiled(value, shape)));
    return List.of(withFillOf(call.input(0), output));
  }

  private static List<Scalar> repeats(Call call, int rank) {
    List<Scalar> repeats =
        Elements.entries(call, 1).orElseGet(() -> Collections.nCopies(rank, Scalar.UNKNOWN));
    if (repeats.size() != rank) {
      throw new InvalidNodeException(
          "repeats has " + repeats.size() + " entries, expected " + rank);
    }
    return repeats;
  }

  private static List<Scalar> repeatsOfOneAxis(Call call, int rank) {
    OptionalLong axis = only(call, 2).map(Elements::constant).orElse(OptionalLong.empty());
    if (axis.isEmpty()) {
      return Collections.nCopies(rank, Scalar.UNKNOWN);
    }
    List<Scalar> repeats = new ArrayList<>(Collections.nCopies(rank, Scalar.of(Size.ONE)));
    repeats.set(Axes.normalize(axis.getAsLong(), rank), only(call, 1).orElse(Scalar.UNKNOWN));
    return repeats;
  }

  /** The element of an input that holds one; version 1 has its integers in float tensors too. */
  private static Optional<Scalar> only(Call call, int input) {
    return call.value(input)
        .filter(value -> value.size() == 1)
        .map(value -> value.at(0))
        .map(
            element ->
                element.asSize().isEmpty() && element.asDouble().isPresent()
                    ? Scalar.of((long) element.asDouble().getAsDouble())
                    : element);
  }

  private static Size size(Call call, int axis, Size dim, Scalar repeats) {
    Optional<Size> count = repeats.asSize();
    if (count.isEmpty()) {
      return dim.isZero() ? dim : ShapeEntries.unknownDim(call, axis, REPEATS_UNKNOWN);
    }
    if (Size.ZERO.isGreaterThan(count.get())) {
      throw new InvalidNodeException(
          "axis " + axis + " is repeated " + count.get() + " times, expected at least 0");
    }
    return dim.times(count.get());
  }

  private static TensorValue tiled(TensorValue value, Shape shape) {
    int[][] source = Elements.allOffsets(value.dims());
    int[][] offsets = new int[source.length][];
    for (int i = 0; i < source.length; i++) {
      offsets[i] = new int[(int) shape.dim(i).asLong().orElseThrow()];
      for (int k = 0; k < offsets[i].length; k++) {
        offsets[i][k] = source[i][k % source[i].length];
      }
    }
    return Elements.pick(value, offsets, Scalar.UNKNOWN);
  }
}
