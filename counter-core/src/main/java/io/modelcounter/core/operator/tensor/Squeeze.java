package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Squeeze (ONNX, Squeeze): drops the given axes, or all of size 1 if none are given. */
final class Squeeze extends View {
  private static final String AXES_UNKNOWN = "the axes to squeeze are not known";

  Squeeze() {
    super("Squeeze");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(reshaped(call, shape(call, call.shape(0))));
  }

  private static Shape shape(Call call, Shape data) {
    if (!AxesOperand.isGiven(call, 1)) {
      return withoutOnes(data);
    }
    Optional<long[]> axes = AxesOperand.read(call, 1);
    if (axes.isEmpty()) {
      return withoutUnknown(call, data);
    }
    return axes.get().length == 0
        ? withoutOnes(data)
        : without(data, Axes.normalize(axes.get(), data.rank()));
  }

  private static Shape withoutOnes(Shape data) {
    List<Size> dims = new ArrayList<>();
    for (Size dim : data.dims()) {
      if (!dim.isOne()) {
        if (dim.compare(Size.ONE) != Comparison.DIFFERENT) {
          return Shape.unknownRank(
              "Squeeze without axes drops size " + dim + " only where it is 1");
        }
        dims.add(dim);
      }
    }
    return Shape.of(dims);
  }

  private static Shape without(Shape data, int[] axes) {
    List<Size> dims = new ArrayList<>();
    for (int i = 0; i < data.rank(); i++) {
      if (Arrays.binarySearch(axes, i) < 0) {
        dims.add(data.dim(i));
      } else if (data.dim(i).compare(Size.ONE) == Comparison.DIFFERENT) {
        throw new InvalidNodeException(
            "axis " + i + " of " + data + " cannot be squeezed: its size is not 1");
      }
    }
    return Shape.of(dims);
  }

  private static Shape withoutUnknown(Call call, Shape data) {
    OptionalInt count = AxesOperand.count(call, 1);
    if (count.isEmpty() || count.getAsInt() > data.rank()) {
      return Shape.unknownRank(AXES_UNKNOWN);
    }
    List<Size> dims = new ArrayList<>();
    for (int i = 0; i < data.rank() - count.getAsInt(); i++) {
      dims.add(ShapeEntries.unknownDim(call, i, AXES_UNKNOWN));
    }
    return Shape.of(dims);
  }
}
