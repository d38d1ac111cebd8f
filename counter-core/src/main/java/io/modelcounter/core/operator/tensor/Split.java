package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Split (ONNX, Split): cuts a tensor along one axis, into parts of given lengths or of equal ones.
 */
final class Split extends DataMovement {

  Split() {
    super("the elements are only copied", "Split");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", 0), data.rank());
    List<Size> lengths = new SplitLengths(call, data.dim(axis)).lengths();
    List<Inferred> outputs = new ArrayList<>(lengths.size());
    Size start = Size.ZERO;
    for (Size length : lengths) {
      Size from = start;
      outputs.add(
          Elements.following(
              call, data.withDim(axis, length), value -> part(value, axis, from, length)));
      start = start.plus(length);
    }
    return outputs;
  }

  private static Optional<TensorValue> part(TensorValue value, int axis, Size start, Size length) {
    if (!start.isConstant() || !length.isConstant()) {
      return Optional.empty();
    }
    long from = start.asLong().orElseThrow();
    long count = length.asLong().orElseThrow();
    if (from + count > value.dims()[axis]) {
      return Optional.empty();
    }
    int[][] offsets = Elements.allOffsets(value.dims());
    int stride = Elements.strides(value.dims())[axis];
    offsets[axis] = Elements.offsets((int) count, (int) from * stride, stride);
    return Optional.of(Elements.pick(value, offsets, Scalar.UNKNOWN));
  }
}
