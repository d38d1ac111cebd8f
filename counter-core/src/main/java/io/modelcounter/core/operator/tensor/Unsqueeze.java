package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Unsqueeze (ONNX, Unsqueeze): inserts axes of size 1, numbered as in the output. */
final class Unsqueeze extends View {
  private static final String AXES_UNKNOWN = "the axes to insert are not known";

  Unsqueeze() {
    super("Unsqueeze");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    if (!AxesOperand.isGiven(call, 1)) {
      throw new InvalidNodeException("Unsqueeze has no axes, expected at least one");
    }
    Optional<long[]> axes = AxesOperand.read(call, 1);
    return List.of(
        reshaped(call, axes.isPresent() ? with(data, axes.get()) : withUnknown(call, data)));
  }

  private static Shape with(Shape data, long[] given) {
    int rank = data.rank() + given.length;
    int[] axes = Axes.normalize(given, rank);
    List<Size> dims = new ArrayList<>(rank);
    int next = 0;
    for (int i = 0; i < rank; i++) {
      dims.add(Arrays.binarySearch(axes, i) >= 0 ? Size.ONE : data.dim(next++));
    }
    return Shape.of(dims);
  }

  private static Shape withUnknown(Call call, Shape data) {
    OptionalInt count = AxesOperand.count(call, 1);
    if (count.isEmpty()) {
      return Shape.unknownRank(AXES_UNKNOWN);
    }
    List<Size> dims = new ArrayList<>();
    for (int i = 0; i < data.rank() + count.getAsInt(); i++) {
      dims.add(ShapeEntries.unknownDim(call, i, AXES_UNKNOWN));
    }
    return Shape.of(dims);
  }
}
