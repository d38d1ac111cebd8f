package io.modelcounter.core.operator.sequence;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
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
      return single(call, data, axis, call.attributes().integer("keepdims", 1) != 0);
    }
    Shape split = call.shapeIfKnown(1);
    Optional<List<Size>> lengths = call.sizes(1);
    if (lengths.isPresent()) {
      return split.rank() == 0
          ? equalParts(call, data, axis, lengths.get().get(0))
          : parts(call, data, axis, requireWhole(lengths.get(), data.dim(axis)));
    }
    Optional<Size> count =
        split.hasRank() && split.rank() == 1 ? Optional.of(split.dim(0)) : Optional.empty();
    return sequence(call, differing(call, data, axis), count);
  }

  private static List<Inferred> single(Call call, Shape data, int axis, boolean keep) {
    Size whole = data.dim(axis);
    Optional<Integer> count = followed(whole);
    if (count.isEmpty() || count.get() == 0) {
      return sequence(
          call, keep ? data.withDim(axis, Size.ONE) : without(data, axis), Optional.of(whole));
    }
    List<Inferred> members = new ArrayList<>(count.get());
    for (int i = 0; i < count.get(); i++) {
      Inferred member = part(call, data, axis, Size.of(i), Size.ONE);
      members.add(keep ? member : squeezed(call, without(data, axis), member));
    }
    return List.of(Members.sequenceOf(call, members));
  }

  private static List<Inferred> equalParts(Call call, Shape data, int axis, Size length) {
    if (!length.isGreaterThan(Size.ZERO)) {
      if (Size.ZERO.isAtLeast(length)) {
        throw new InvalidNodeException("split is " + length + ", expected at least 1");
      }
      return sequence(call, differing(call, data, axis), Optional.empty());
    }
    Size whole = data.dim(axis);
    Size count = whole.ceilDiv(length);
    Optional<Integer> followed = followed(count);
    if (followed.isPresent() && followed.get() > 0) {
      int last = followed.get() - 1;
      List<Size> lengths = new ArrayList<>(Collections.nCopies(last, length));
      lengths.add(whole.minus(length.times(last)));
      return parts(call, data, axis, lengths);
    }
    Shape part =
        whole.divideExactly(length).isPresent()
            ? data.withDim(axis, length)
            : data.withDim(axis, Members.differing(call, axis, whole.min(length).largest()));
    return sequence(call, part, Optional.of(count));
  }

  private static List<Inferred> parts(Call call, Shape data, int axis, List<Size> lengths) {
    if (lengths.isEmpty()) {
      return sequence(call, differing(call, data, axis), Optional.of(Size.ZERO));
    }
    List<Inferred> members = new ArrayList<>(lengths.size());
    Size start = Size.ZERO;
    for (Size length : lengths) {
      members.add(part(call, data, axis, start, length));
      start = start.plus(length);
    }
    return List.of(Members.sequenceOf(call, members));
  }

  private static List<Size> requireWhole(List<Size> lengths, Size whole) {
    if (Size.sum(lengths).compare(whole) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "the parts " + lengths + " do not add up to the length " + whole + " of the axis");
    }
    return lengths;
  }

  private static Inferred part(Call call, Shape data, int axis, Size start, Size length) {
    return Elements.following(
        call, data.withDim(axis, length), value -> Elements.range(value, axis, start, length));
  }

  private static Inferred squeezed(Call call, Shape shape, Inferred part) {
    Inferred member = Inferred.tensor(call.element(0), shape);
    return part.mayHaveValue()
        ? member.withValue(() -> part.value().map(value -> squeezed(value, shape)))
        : member;
  }

  private static TensorValue squeezed(TensorValue value, Shape shape) {
    return value.reshaped(shape.asLongs().orElseThrow());
  }

  /** A number of parts that are followed one by one. */
  private static Optional<Integer> followed(Size count) {
    return count.isConstant() && Size.of(Inferred.MAX_MEMBERS).isAtLeast(count)
        ? Optional.of((int) count.asLong().orElseThrow())
        : Optional.empty();
  }

  private static Shape differing(Call call, Shape data, int axis) {
    return data.withDim(axis, Members.differing(call, axis, data.dim(axis).largest()));
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
