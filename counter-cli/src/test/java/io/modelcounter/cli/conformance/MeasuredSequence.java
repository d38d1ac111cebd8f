package io.modelcounter.cli.conformance;

import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sequence of which every member was measured.
 *
 * @param members the members in order
 */
record MeasuredSequence(List<MeasuredValue> members) implements MeasuredValue {

  /**
   * A sequence type says what all members have in common: everything is known if that is, and if
   * the length is.
   */
  @Override
  public Verdict compare(ValueType inferred) {
    if (inferred instanceof OptionalType optional) {
      return compare(optional.element());
    }
    if (!(inferred instanceof SequenceType sequence)) {
      return Verdict.MISSING;
    }
    OptionalLong length = sequence.length().map(Size::asLong).orElse(OptionalLong.empty());
    if (length.isPresent() && length.getAsLong() != members.size()) {
      return Verdict.WRONG;
    }
    Verdict worst = length.isPresent() ? Verdict.EQUAL : Verdict.PARTLY;
    for (MeasuredValue member : members) {
      worst = worse(worst, compare(member, sequence.element()));
    }
    return worst;
  }

  private Verdict compare(MeasuredValue member, ValueType element) {
    if (element instanceof TensorType inferred
        && valueType().element() instanceof TensorType common
        && !common.shape().hasRank()) {
      return inferred.element() == common.element() && !inferred.shape().hasRank()
          ? Verdict.EQUAL
          : Verdict.WRONG;
    }
    Verdict verdict = member.compare(element);
    return verdict == Verdict.PARTLY && isOpenWhereMembersDiffer(element) ? Verdict.EQUAL : verdict;
  }

  private boolean isOpenWhereMembersDiffer(ValueType element) {
    if (!(element instanceof TensorType inferred)
        || !(valueType().element() instanceof TensorType common)) {
      return false;
    }
    for (int axis = 0; axis < common.shape().rank(); axis++) {
      if (inferred.shape().dim(axis).isConstant() != common.shape().dim(axis).isConstant()) {
        return false;
      }
    }
    return true;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.WRONG || other == Verdict.WRONG) {
      return Verdict.WRONG;
    }
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The common type, with a symbol for every size in which the members differ. */
  @Override
  public SequenceType valueType() {
    ValueType common =
        members.isEmpty() ? ValueType.unknown("there are none") : members.get(0).valueType();
    for (MeasuredValue member : members) {
      if (common instanceof TensorType a && member.valueType() instanceof TensorType b) {
        common = new TensorType(a.element(), common(a.shape(), b.shape()));
      }
    }
    return new SequenceType(common, Optional.of(Size.of(members.size())));
  }

  private static Shape common(Shape first, Shape second) {
    if (!first.hasRank() || first.rank() != second.rank()) {
      return Shape.unknownRank("the members differ in their rank");
    }
    List<Size> dims = new ArrayList<>();
    for (int axis = 0; axis < first.rank(); axis++) {
      dims.add(
          first.dim(axis).equals(second.dim(axis))
              ? first.dim(axis)
              : Size.of(Symbol.dataDependent("member." + axis, "the members differ")));
    }
    return Shape.of(dims);
  }
}
