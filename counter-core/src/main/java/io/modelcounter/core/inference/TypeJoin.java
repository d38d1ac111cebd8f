package io.modelcounter.core.inference;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a value that is one of two.
 *
 * <p>A size that differs becomes a data-dependent symbol named after the value; an element that
 * differs is unknown.
 */
final class TypeJoin {
  private final String name;
  private final String reason;
  private final boolean bounded;

  private TypeJoin(String name, String reason, boolean bounded) {
    this.name = name;
    this.reason = reason;
    this.bounded = bounded;
  }

  /**
   * Join of two alternatives: a size that differs is at most the larger of the two.
   *
   * @param name name of the value, for new symbols
   * @param reason why it is not known which one it is
   * @return the join
   */
  static TypeJoin ofAlternatives(String name, String reason) {
    return new TypeJoin(name, reason, true);
  }

  /**
   * Join of what goes into a loop and what comes out: a size that differs may become anything.
   *
   * @param name name of the value, for new symbols
   * @param reason why it is not known
   * @return the join
   */
  static TypeJoin ofIterations(String name, String reason) {
    return new TypeJoin(name, reason, false);
  }

  Inferred join(Inferred first, Inferred second) {
    Optional<TensorValue> value = joinedValue(first, second);
    Inferred joined =
        value.isPresent()
            ? Inferred.of(value.get())
            : Inferred.of(join(first.type(), second.type()));
    Optional<Scalar> fill = first.fill();
    if (fill.isPresent() && fill.equals(second.fill())) {
      joined = joined.filledWith(fill.get());
    }
    return joinedMembers(first, second).map(joined::withMembers).orElse(joined);
  }

  /** The elements that both have in common. */
  private static Optional<TensorValue> joinedValue(Inferred first, Inferred second) {
    Optional<TensorValue> one = first.value();
    Optional<TensorValue> other = one.isPresent() ? second.value() : Optional.empty();
    if (one.isEmpty() || one.equals(other)) {
      return other;
    }
    if (other.isEmpty()
        || one.get().elementType() != other.get().elementType()
        || !Arrays.equals(one.get().dims(), other.get().dims())) {
      return Optional.empty();
    }
    List<Scalar> common = new ArrayList<>(one.get().size());
    boolean isAnyKnown = false;
    for (int i = 0; i < one.get().size(); i++) {
      Scalar element = one.get().at(i);
      boolean isCommon = element.isKnown() && element.equals(other.get().at(i));
      common.add(isCommon ? element : Scalar.UNKNOWN);
      isAnyKnown |= isCommon;
    }
    return isAnyKnown
        ? Optional.of(TensorValue.of(one.get().elementType(), one.get().dims(), common))
        : Optional.empty();
  }

  private Optional<List<Inferred>> joinedMembers(Inferred first, Inferred second) {
    Optional<List<Inferred>> some = first.members();
    Optional<List<Inferred>> others = second.members();
    if (some.isEmpty() || others.isEmpty() || some.get().size() != others.get().size()) {
      return Optional.empty();
    }
    List<Inferred> joined = new ArrayList<>(some.get().size());
    for (int i = 0; i < some.get().size(); i++) {
      TypeJoin member = new TypeJoin(name + "." + i, reason, bounded);
      joined.add(member.join(some.get().get(i), others.get().get(i)));
    }
    return Optional.of(joined);
  }

  ValueType join(ValueType first, ValueType second) {
    if (first.equals(second)) {
      return first;
    }
    if (first instanceof TensorType a && second instanceof TensorType b) {
      ElementType element = a.element() == b.element() ? a.element() : ElementType.UNKNOWN;
      return new TensorType(element, join(a.shape(), b.shape()));
    }
    if (first instanceof SequenceType a && second instanceof SequenceType b) {
      return join(a, b);
    }
    if (first instanceof OptionalType a && second instanceof OptionalType b) {
      return new OptionalType(join(a.element(), b.element()));
    }
    if (first instanceof OptionalType a) {
      return new OptionalType(join(a.element(), second));
    }
    if (second instanceof OptionalType b) {
      return new OptionalType(join(first, b.element()));
    }
    return ValueType.unknown(reason);
  }

  /** The type of the members of an empty sequence says nothing. */
  private SequenceType join(SequenceType first, SequenceType second) {
    ValueType element =
        isEmpty(first)
            ? second.element()
            : isEmpty(second) ? first.element() : join(first.element(), second.element());
    Optional<Size> length =
        first.length().flatMap(one -> second.length().map(other -> join("length", one, other)));
    return new SequenceType(element, length);
  }

  private static boolean isEmpty(SequenceType sequence) {
    return sequence.length().filter(Size::isZero).isPresent();
  }

  private Shape join(Shape first, Shape second) {
    if (!first.hasRank() || !second.hasRank() || first.rank() != second.rank()) {
      return Shape.unknownRank(reason);
    }
    List<Size> dims = new ArrayList<>(first.rank());
    for (int axis = 0; axis < first.rank(); axis++) {
      dims.add(join(Integer.toString(axis), first.dim(axis), second.dim(axis)));
    }
    return Shape.of(dims);
  }

  private Size join(String label, Size first, Size second) {
    if (first.compare(second) == Comparison.SAME) {
      return first;
    }
    String symbol = name + "." + label;
    return Size.of(
        bounded
            ? Symbol.dataDependent(symbol, reason, first.max(second))
            : Symbol.dataDependent(symbol, reason));
  }
}
