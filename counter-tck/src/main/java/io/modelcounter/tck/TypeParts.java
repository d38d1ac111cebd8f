package io.modelcounter.tck;

import io.modelcounter.model.MapType;
import io.modelcounter.model.OptionalType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Optional;
import java.util.Set;

/** What lies inside a type. */
final class TypeParts {
  private static final Shape UNKNOWN = Shape.unknownRank(Types.LEFT_OPEN);

  private TypeParts() {}

  /** The same type, but nothing is known of the shapes in it. */
  static ValueType withUnknownRank(ValueType type) {
    if (type instanceof TensorType tensor) {
      return new TensorType(tensor.element(), UNKNOWN);
    }
    if (type instanceof SparseTensorType sparse) {
      return new SparseTensorType(sparse.element(), UNKNOWN);
    }
    if (type instanceof SequenceType sequence) {
      return new SequenceType(withUnknownRank(sequence.element()), Optional.empty());
    }
    if (type instanceof OptionalType optional) {
      return new OptionalType(withUnknownRank(optional.element()));
    }
    if (type instanceof MapType map) {
      return new MapType(map.key(), withUnknownRank(map.value()));
    }
    return type;
  }

  /** Whether not even the rank of a tensor, or nothing at all, is known. */
  static boolean isUnknown(ValueType type) {
    return type instanceof UnknownType
        || (type instanceof TensorType tensor && !tensor.shape().hasRank());
  }

  static void collectSymbols(ValueType type, Set<Symbol> symbols) {
    if (type instanceof TensorType tensor) {
      collectSymbols(tensor.shape(), symbols);
    } else if (type instanceof SparseTensorType sparse) {
      collectSymbols(sparse.shape(), symbols);
    } else if (type instanceof SequenceType sequence) {
      collectSymbols(sequence.element(), symbols);
      sequence.length().ifPresent(length -> symbols.addAll(length.symbols()));
    } else if (type instanceof OptionalType optional) {
      collectSymbols(optional.element(), symbols);
    } else if (type instanceof MapType map) {
      collectSymbols(map.value(), symbols);
    }
  }

  private static void collectSymbols(Shape shape, Set<Symbol> symbols) {
    if (shape.hasRank()) {
      for (Size dim : shape.dims()) {
        symbols.addAll(dim.symbols());
      }
    }
  }
}
