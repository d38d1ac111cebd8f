package io.modelcounter.core.inference;

import io.modelcounter.model.OptionalType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the data-dependent symbols in what is known of values. */
final class DataSymbols {
  private final Set<Symbol> symbols = new HashSet<>();

  private DataSymbols() {}

  /** All data-dependent symbols in types, elements and members. */
  static Set<Symbol> of(Iterable<TypedValue> values) {
    DataSymbols found = new DataSymbols();
    values.forEach(value -> found.add(value.inferred()));
    return found.symbols;
  }

  /** Tells whether a type, its elements or its members hold a data-dependent symbol of a kind. */
  static boolean anyIn(Inferred value, Predicate<Symbol> kind) {
    DataSymbols found = new DataSymbols();
    found.add(value);
    return found.symbols.stream().anyMatch(kind);
  }

  /** Tells whether a size holds a data-dependent symbol of a kind. */
  static boolean anyIn(Size size, Predicate<Symbol> kind) {
    return size.isDataDependent()
        && size.symbols().stream().filter(Symbol::isDataDependent).anyMatch(kind);
  }

  private void add(Inferred value) {
    add(value.type());
    value.fill().ifPresent(this::add);
    value.value().ifPresent(known -> known.elements().forEach(this::add));
    value.members().ifPresent(members -> members.forEach(this::add));
  }

  private void add(ValueType type) {
    if (type instanceof TensorType tensor) {
      if (tensor.shape().hasRank()) {
        tensor.shape().dims().forEach(this::add);
      }
    } else if (type instanceof SequenceType sequence) {
      add(sequence.element());
      sequence.length().ifPresent(this::add);
    } else if (type instanceof OptionalType optional) {
      add(optional.element());
    }
  }

  private void add(Scalar element) {
    element.asSize().or(element::numerator).ifPresent(this::add);
  }

  private void add(Size size) {
    if (size.isDataDependent()) {
      size.symbols().stream().filter(Symbol::isDataDependent).forEach(symbols::add);
    }
  }
}
