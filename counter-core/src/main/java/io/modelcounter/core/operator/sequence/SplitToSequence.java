package io.modelcounter.core.operator.sequence;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SplitToSequence (ONNX, SplitToSequence): cuts a tensor along one axis into parts of one length
 * (the last may be shorter), of given lengths, or of length 1.
 */
final class SplitToSequence extends FreeOperator {

  SplitToSequence() {
    super("the elements are only copied", "SplitToSequence");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", 0), data.rank());
    if (!call.hasInput(1)) {
      boolean keep = call.attributes().integer("keepdims", 1) != 0;
      Shape part = keep ? data.withDim(axis, Size.ONE) : without(data, axis);
      return sequence(call, part, Optional.of(data.dim(axis)));
    }
    Shape split = call.shapeIfKnown(1);
    Optional<List<Size>> lengths = call.sizes(1);
    if (lengths.isPresent()) {
      return split.rank() == 0
          ? equalParts(call, data, axis, lengths.get().get(0))
          : givenParts(call, data, axis, lengths.get());
    }
    Optional<Size> count =
        split.hasRank() && split.rank() == 1 ? Optional.of(split.dim(0)) : Optional.empty();
    return sequence(call, differing(call, data, axis, data.dim(axis)), count);
  }

  private static List<Inferred> equalParts(Call call, Shape data, int axis, Size length) {
    if (!length.isGreaterThan(Size.ZERO)) {
      if (Size.ZERO.isAtLeast(length)) {
        throw new InvalidNodeException("split is " + length + ", expected at least 1");
      }
      return sequence(call, differing(call, data, axis, data.dim(axis)), Optional.empty());
    }
    Size whole = data.dim(axis);
    Optional<Size> exact = whole.divideExactly(length);
    Shape part =
        exact.isPresent()
            ? data.withDim(axis, length)
            : differing(call, data, axis, whole.min(length));
    return sequence(call, part, exact.or(() -> Optional.of(whole.ceilDiv(length))));
  }

  private static List<Inferred> givenParts(Call call, Shape data, int axis, List<Size> lengths) {
    Size longest = Size.ZERO;
    boolean equal = true;
    for (Size length : lengths) {
      equal &= length.equals(lengths.get(0));
      longest = longest.max(length);
    }
    Shape part =
        equal && !lengths.isEmpty()
            ? data.withDim(axis, longest)
            : differing(call, data, axis, longest);
    return sequence(call, part, Optional.of(Size.of(lengths.size())));
  }

  private static Shape differing(Call call, Shape data, int axis, Size most) {
    return data.withDim(axis, Members.differing(call, axis, most.largest()));
  }

  private static Shape without(Shape data, int axis) {
    List<Size> dims = new ArrayList<>(data.dims());
    dims.remove(axis);
    return Shape.of(dims);
  }

  private static List<Inferred> sequence(Call call, Shape part, Optional<Size> count) {
    return List.of(Inferred.of(new SequenceType(new TensorType(call.element(0), part), count)));
  }

  @Override
  public Traffic traffic(Call call) {
    Amount bytes = LayerCounter.bytes(call.type(0));
    return new Traffic(bytes, bytes);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return sequence(call, Shape.unknownRank(reason), Optional.empty());
  }
}
