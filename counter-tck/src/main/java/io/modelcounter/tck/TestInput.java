package io.modelcounter.tck;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One input of a {@link TestCall}.
 *
 * @param inferred what is known of it; null if it is absent
 * @param stored whether the model stores it
 */
record TestInput(@Nullable Inferred inferred, boolean stored) {
  static final TestInput ABSENT = new TestInput(null, false);

  static TestInput computed(Inferred inferred) {
    return new TestInput(inferred, false);
  }

  static TestInput stored(Inferred inferred) {
    return new TestInput(inferred, true);
  }

  void addTo(Call.Builder call) {
    if (inferred == null) {
      call.absentInput();
    } else if (stored) {
      call.storedInput(inferred);
    } else {
      call.input(inferred);
    }
  }

  TestInput bind(Bindings bindings) {
    return inferred == null ? this : new TestInput(bind(inferred, bindings), stored);
  }

  static Inferred bind(Inferred known, Bindings bindings) {
    Inferred bound = Inferred.of(known.type().bind(bindings));
    return known.mayHaveValue()
        ? bound.withValue(() -> known.value().map(value -> bind(value, bindings)))
        : bound;
  }

  private static TensorValue bind(TensorValue value, Bindings bindings) {
    return TensorValue.of(
        value.elementType(),
        value.dims(),
        value.elements().stream().map(element -> element.bind(bindings)).toList());
  }

  TestInput withUnknownRank() {
    return inferred == null
        ? this
        : new TestInput(Inferred.of(TypeParts.withUnknownRank(inferred.type())), stored);
  }

  TestInput withUnknownType() {
    return inferred == null
        ? this
        : new TestInput(Inferred.of(ValueType.unknown(Types.LEFT_OPEN)), stored);
  }

  TestInput withZero(Size dimension) {
    if (inferred == null || !(inferred.type() instanceof TensorType tensor)) {
      return this;
    }
    Shape shape = tensor.shape();
    if (!shape.hasRank() || !shape.dims().contains(dimension)) {
      return this;
    }
    List<Size> dims =
        shape.dims().stream().map(dim -> dim.equals(dimension) ? Size.ZERO : dim).toList();
    return new TestInput(Inferred.tensor(tensor.element(), Shape.of(dims)), stored);
  }

  Set<Symbol> symbols() {
    Set<Symbol> symbols = new TreeSet<>();
    if (inferred != null) {
      TypeParts.collectSymbols(inferred.type(), symbols);
      inferred.value().ifPresent(value -> collectSymbols(value, symbols));
    }
    return symbols;
  }

  private static void collectSymbols(TensorValue value, Set<Symbol> symbols) {
    for (Scalar element : value.elements()) {
      element.asSize().or(element::numerator).ifPresent(size -> symbols.addAll(size.symbols()));
    }
  }

  @Override
  public String toString() {
    if (inferred == null) {
      return "absent";
    }
    String elements = inferred.value().map(value -> " = " + value.elements()).orElse("");
    return (stored ? "stored " : "") + inferred.type() + elements;
  }
}
