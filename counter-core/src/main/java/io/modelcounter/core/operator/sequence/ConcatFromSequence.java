package io.modelcounter.core.operator.sequence;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Concatenation;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ConcatFromSequence (ONNX, ConcatFromSequence): joins the members along one axis, or stacks them
 * on a new one.
 */
final class ConcatFromSequence extends FreeOperator {
  private static final String LENGTH_UNKNOWN = "the length of the sequence is not known";

  ConcatFromSequence() {
    super("the elements are only copied", "ConcatFromSequence");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    if (Members.isEmpty(sequence)) {
      throw new InvalidNodeException("an empty sequence has no members to join");
    }
    boolean stack = call.attributes().integer("new_axis", 0) != 0;
    List<Inferred> members = call.input(0).members().orElse(List.of());
    if (!members.isEmpty() && members.stream().allMatch(ConcatFromSequence::hasRank)) {
      return List.of(joined(call, members, stack));
    }
    ValueType member = Members.one(call, sequence.element());
    if (!(member instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return List.of(Inferred.of(member));
    }
    List<Size> dims = new ArrayList<>(tensor.shape().dims());
    int axis = axis(call, dims.size(), stack);
    if (stack) {
      dims.add(axis, sequence.length().orElseGet(() -> unknown(call, axis)));
    } else {
      dims.set(axis, joined(call, axis, dims.get(axis), sequence.length()));
    }
    return List.of(Inferred.tensor(tensor.element(), Shape.of(dims)));
  }

  private static boolean hasRank(Inferred member) {
    return member.type() instanceof TensorType tensor && tensor.shape().hasRank();
  }

  private static int axis(Call call, int rank, boolean stack) {
    return Axes.normalize(call.attributes().requiredInteger("axis"), stack ? rank + 1 : rank);
  }

  /** Joins members of which each is known. */
  private static Inferred joined(Call call, List<Inferred> members, boolean stack) {
    int rank = shape(members.get(0)).rank();
    int axis = axis(call, rank, stack);
    List<Shape> parts = new ArrayList<>(members.size());
    boolean mayHaveValue = false;
    for (Inferred member : members) {
      if (shape(member).rank() != rank) {
        throw new InvalidNodeException(
            "a member is " + shape(member) + ", expected rank " + rank + " as the first has");
      }
      parts.add(part(shape(member), axis, stack));
      mayHaveValue |= member.mayHaveValue();
    }
    Shape shape = Concatenation.shape(parts, axis);
    ElementType element = ((TensorType) members.get(0).type()).element();
    Inferred output = Inferred.tensor(element, shape);
    Optional<long[]> dims = Elements.followedDims(shape);
    return mayHaveValue && dims.isPresent()
        ? output.withValue(() -> value(element, members, parts, dims.get(), axis))
        : output;
  }

  private static Shape shape(Inferred member) {
    return ((TensorType) member.type()).shape();
  }

  private static Shape part(Shape member, int axis, boolean stack) {
    if (!stack) {
      return member;
    }
    List<Size> dims = new ArrayList<>(member.dims());
    dims.add(axis, Size.ONE);
    return Shape.of(dims);
  }

  private static Optional<TensorValue> value(
      ElementType element, List<Inferred> members, List<Shape> parts, long[] dims, int axis) {
    List<TensorValue> values = new ArrayList<>(members.size());
    for (int i = 0; i < members.size(); i++) {
      Optional<TensorValue> value = Elements.orUnknown(members.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get().reshaped(parts.get(i).asLongs().orElseThrow()));
    }
    return Concatenation.value(element, values, dims, axis);
  }

  private static Size joined(Call call, int axis, Size part, Optional<Size> length) {
    if (length.isEmpty()) {
      return unknown(call, axis);
    }
    if (!part.isDataDependent()) {
      return part.times(length.get());
    }
    Size count = length.get();
    return Members.differing(call, axis, part.largest().map(most -> most.times(count)));
  }

  private static Size unknown(Call call, int axis) {
    return call.freshSize(0, "dim" + axis, LENGTH_UNKNOWN);
  }

  @Override
  public Traffic traffic(Call call) {
    Amount bytes = LayerCounter.bytes(call.outputType(0));
    return new Traffic(bytes, bytes);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.unknown(reason));
  }
}
