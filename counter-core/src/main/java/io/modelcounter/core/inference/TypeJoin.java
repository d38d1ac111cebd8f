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
import java.util.List;
import java.util.Optional;

/**
 * What is known of a value that is one of two.
 *
 * <p>A size that differs becomes a data-dependent symbol named after the value.
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
    Optional<TensorValue> value = first.value();
    if (value.isPresent() && value.equals(second.value())) {
      return Inferred.of(value.get());
    }
    Inferred joined = Inferred.of(join(first.type(), second.type()));
    Optional<Scalar> fill = first.fill();
    return fill.isPresent() && fill.equals(second.fill()) ? joined.filledWith(fill.get()) : joined;
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
      Optional<Size> length = a.length().equals(b.length()) ? a.length() : Optional.empty();
      return new SequenceType(join(a.element(), b.element()), length);
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

  private Shape join(Shape first, Shape second) {
    if (!first.hasRank() || !second.hasRank() || first.rank() != second.rank()) {
      return Shape.unknownRank(reason);
    }
    List<Size> dims = new ArrayList<>(first.rank());
    for (int axis = 0; axis < first.rank(); axis++) {
      dims.add(join(axis, first.dim(axis), second.dim(axis)));
    }
    return Shape.of(dims);
  }

  private Size join(int axis, Size first, Size second) {
    if (first.compare(second) == Comparison.SAME) {
      return first;
    }
    String symbol = name + "." + axis;
    return Size.of(
        bounded
            ? Symbol.dataDependent(symbol, reason, first.max(second))
            : Symbol.dataDependent(symbol, reason));
  }
}
