package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Comparison;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares the types that a file declares with those that were inferred. */
final class DeclaredTypes {
  private static final int SHOWN = 10;

  private final Consumer<Diagnostic> diagnostics;
  private final Set<TypedGraph> seen = new HashSet<>();
  private int found;

  private DeclaredTypes(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Reports values whose declared type can never be the inferred one; the inferred one stands.
   *
   * @param main the typed main graph
   * @param diagnostics receives a warning for each of the first ones, and one for the rest
   */
  static void compare(TypedGraph main, Consumer<Diagnostic> diagnostics) {
    DeclaredTypes comparison = new DeclaredTypes(diagnostics);
    comparison.compare(main);
    if (comparison.found > SHOWN) {
      diagnostics.accept(
          Diagnostic.warning(
              "W0318",
              "",
              (comparison.found - SHOWN) + " more values have another type than declared"));
    }
  }

  /** Compares a graph and those that its nodes execute; these are nested only so deep. */
  private void compare(TypedGraph typed) {
    if (!seen.add(typed)) {
      return;
    }
    Map<String, ValueType> declared = new LinkedHashMap<>(typed.graph().declared());
    for (ValueInfo output : typed.graph().outputs()) {
      declared.put(output.name(), output.type());
    }
    declared.forEach(
        (name, type) -> {
          TypedValue inferred = typed.values().get(name);
          if (inferred != null && contradicts(type, inferred.type())) {
            report(typed, name, type, inferred.type());
          }
        });
    for (TypedNode node : typed.nodes()) {
      node.bodies().forEach(body -> compare(body.graph()));
    }
  }

  private void report(TypedGraph typed, String name, ValueType declared, ValueType inferred) {
    found++;
    if (found <= SHOWN) {
      String where = typed.path().equals("main") ? "" : " of " + typed.path();
      diagnostics.accept(
          Diagnostic.warning(
              "W0318",
              "value \"" + name + "\"" + where,
              "the file declares " + declared + ", but it is " + inferred));
    }
  }

  private static boolean contradicts(ValueType declared, ValueType inferred) {
    if (declared instanceof SequenceType a && inferred instanceof SequenceType b) {
      return contradicts(a.element(), b.element());
    }
    if (declared instanceof TensorType a && inferred instanceof TensorType b) {
      return contradicts(a, b);
    }
    return (declared instanceof TensorType && inferred instanceof SequenceType)
        || (declared instanceof SequenceType && inferred instanceof TensorType);
  }

  private static boolean contradicts(TensorType declared, TensorType inferred) {
    if (declared.element() != inferred.element()
        && declared.element() != ElementType.UNKNOWN
        && inferred.element() != ElementType.UNKNOWN) {
      return true;
    }
    Shape first = declared.shape();
    Shape second = inferred.shape();
    if (!first.hasRank() || !second.hasRank()) {
      return false;
    }
    if (first.rank() != second.rank()) {
      return true;
    }
    for (int axis = 0; axis < first.rank(); axis++) {
      if (first.dim(axis).compare(second.dim(axis)) == Comparison.DIFFERENT) {
        return true;
      }
    }
    return false;
  }
}
