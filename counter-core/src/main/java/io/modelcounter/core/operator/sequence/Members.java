package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of the members of a sequence.
 *
 * <p>A size that differs from member to member is a data-dependent symbol in the type of the
 * members. It must be renewed for every member that is taken out, because two of them need not be
 * equal.
 */
final class Members {
  private static final String DIFFERS = "the members of the sequence differ in this size";

  private Members() {}

  /**
   * Type of an input that is a sequence; members and length are unknown if the input's type is.
   *
   * @throws InvalidNodeException if the input is anything else
   */
  static SequenceType sequence(Call call, int input) {
    ValueType type = call.type(input);
    if (type instanceof SequenceType sequence) {
      return sequence;
    }
    if (type instanceof UnknownType) {
      return new SequenceType(type, Optional.empty());
    }
    throw new InvalidNodeException(
        "input "
            + input
            + " of "
            + call.operator().name()
            + " is "
            + type.text()
            + ", expected a sequence");
  }

  /** A sequence of which every member is known, at least one. */
  static Inferred sequenceOf(Call call, List<Inferred> members) {
    ValueType common = members.get(0).type();
    for (Inferred member : members) {
      common = joined(call, common, member.type());
    }
    return Inferred.of(new SequenceType(common, Optional.of(Size.of(members.size()))))
        .withMembers(members);
  }

  /** Tells whether a sequence is known to have no members, whatever its type says of them. */
  static boolean isEmpty(SequenceType sequence) {
    return sequence.length().map(Size::isZero).orElse(false);
  }

  /**
   * The place in a sequence that an input names; one that counts from the end is turned round.
   *
   * @param input position of the input, which may be absent
   * @param places how many places there are
   * @param otherwise the place if the input is absent
   * @return the place, or empty if it is not known
   * @throws InvalidNodeException if there is no such place
   */
  static OptionalInt place(Call call, int input, int places, int otherwise) {
    if (!call.hasInput(input)) {
      return OptionalInt.of(otherwise);
    }
    OptionalLong given =
        call.sizes(input)
            .filter(sizes -> sizes.size() == 1)
            .map(sizes -> sizes.get(0).asLong())
            .orElse(OptionalLong.empty());
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    long place = given.getAsLong() < 0 ? given.getAsLong() + places : given.getAsLong();
    if (place < 0 || place >= places) {
      throw new InvalidNodeException(
          "position " + given.getAsLong() + " is out of range, there are " + places);
    }
    return OptionalInt.of((int) place);
  }

  /** What is known of a value that may be of either type. */
  static ValueType joined(Call call, ValueType left, ValueType right) {
    if (left.equals(right)) {
      return left;
    }
    if (left instanceof TensorType a && right instanceof TensorType b) {
      ElementType element = a.element() == ElementType.UNKNOWN ? b.element() : a.element();
      if (b.element() != ElementType.UNKNOWN && b.element() != element) {
        throw new InvalidNodeException(
            "the members of a sequence are "
                + a.text()
                + " and "
                + b.text()
                + ", expected one element type");
      }
      return new TensorType(element, joined(call, a.shape(), b.shape()));
    }
    return left instanceof UnknownType ? left : right instanceof UnknownType ? right : left;
  }

  private static Shape joined(Call call, Shape left, Shape right) {
    if (!left.hasRank()) {
      return left;
    }
    if (!right.hasRank()) {
      return right;
    }
    if (left.rank() != right.rank()) {
      return Shape.unknownRank("the members of the sequence differ in their rank");
    }
    List<Size> dims = new ArrayList<>(left.rank());
    for (int i = 0; i < left.rank(); i++) {
      Size a = left.dim(i);
      Size b = right.dim(i);
      dims.add(a.equals(b) ? a : differing(call, i, a.max(b).largest()));
    }
    return Shape.of(dims);
  }

  /** A size of output 0, or of its members, that differs from one member to the next. */
  static Size differing(Call call, int axis, Optional<Size> most) {
    String label = "dim" + axis;
    return most.isPresent()
        ? call.freshSize(0, label, DIFFERS, most.get())
        : call.freshSize(0, label, DIFFERS);
  }

  /** Type of one member that is taken out. */
  static ValueType one(Call call, ValueType member) {
    return member instanceof TensorType tensor
        ? new TensorType(tensor.element(), one(call, tensor.shape()))
        : member;
  }

  private static Shape one(Call call, Shape member) {
    if (!member.hasRank()) {
      return member;
    }
    List<Size> dims = new ArrayList<>(member.rank());
    for (Size dim : member.dims()) {
      dims.add(dim.isDataDependent() ? differing(call, dims.size(), dim.largest()) : dim);
    }
    return Shape.of(dims);
  }
}
