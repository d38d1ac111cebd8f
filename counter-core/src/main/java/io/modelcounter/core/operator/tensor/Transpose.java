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

/** Transpose (ONNX, Transpose): output axis i is input axis {@code perm[i]}. */
final class Transpose extends DataMovement {

  Transpose() {
    super("the elements are only moved", "Transpose");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shapeIfKnown(0);
    Optional<long[]> given = call.attributes().integers("perm").filter(perm -> perm.length > 0);
    if (!data.hasRank()) {
      return List.of(Inferred.tensor(call.element(0), ofUnknown(call, data, given)));
    }
    int[] perm = permutation(given, data);
    List<Size> dims = new ArrayList<>(perm.length);
    for (int axis : perm) {
      dims.add(data.dim(axis));
    }
    Inferred output =
        Elements.following(call, Shape.of(dims), value -> Optional.of(transposed(value, perm)));
    return List.of(withFillOf(call.input(0), output));
  }

  private static Shape ofUnknown(Call call, Shape data, Optional<long[]> perm) {
    if (perm.isEmpty()) {
      return data;
    }
    List<Size> dims = new ArrayList<>();
    for (int i = 0; i < perm.get().length; i++) {
      dims.add(ShapeEntries.unknownDim(call, i, data.unknownReason().orElse("")));
    }
    return Shape.of(dims);
  }

  private static int[] permutation(Optional<long[]> given, Shape data) {
    int rank = data.rank();
    int[] perm = new int[rank];
    if (given.isEmpty()) {
      for (int i = 0; i < rank; i++) {
        perm[i] = rank - 1 - i;
      }
      return perm;
    }
    long[] axes = given.get();
    if (axes.length != rank) {
      throw new InvalidNodeException(
          "perm is " + Arrays.toString(axes) + ", expected one entry for each axis of " + data);
    }
    // This also refuses an axis that stands twice.
    Axes.normalize(axes, rank);
    for (int i = 0; i < rank; i++) {
      perm[i] = Axes.normalize(axes[i], rank);
    }
    return perm;
  }

  private static TensorValue transposed(TensorValue value, int[] perm) {
    int[][] source = Elements.allOffsets(value.dims());
    int[][] offsets = new int[perm.length][];
    for (int i = 0; i < perm.length; i++) {
      offsets[i] = source[perm[i]];
    }
    return Elements.pick(value, offsets, Scalar.UNKNOWN);
  }
}
