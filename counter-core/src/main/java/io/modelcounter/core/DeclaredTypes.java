package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Compares the types that a file declares with those that were inferred. */
final class DeclaredTypes {
  private static final int SHOWN = 10;

  private DeclaredTypes() {}

  /**
   * Reports values whose declared type can never be the inferred one; the inferred one stands.
   *
   * @param main the typed main graph
   * @param diagnostics receives a warning for each of the first ones, and one for the rest
   */
  static void compare(TypedGraph main, Consumer<Diagnostic> diagnostics) {
    Map<String, ValueType> declared = new LinkedHashMap<>(main.graph().declared());
    for (ValueInfo output : main.graph().outputs()) {
      declared.put(output.name(), output.type());
    }
    int found = 0;
    for (Map.Entry<String, ValueType> entry : declared.entrySet()) {
      TypedValue inferred = main.values().get(entry.getKey());
      if (inferred != null && contradicts(entry.getValue(), inferred.type())) {
        found++;
        if (found <= SHOWN) {
          diagnostics.accept(
              Diagnostic.warning(
                  "W0318",
                  "value \"" + entry.getKey() + "\"",
                  "the file declares " + entry.getValue() + ", but it is " + inferred.type()));
        }
      }
    }
    if (found > SHOWN) {
      diagnostics.accept(
          Diagnostic.warning(
              "W0318", "", (found - SHOWN) + " more values have another type than declared"));
    }
  }

  private static boolean contradicts(ValueType declared, ValueType inferred) {
    if (!(declared instanceof TensorType a) || !(inferred instanceof TensorType b)) {
      return false;
    }
    Shape first = a.shape();
    Shape second = b.shape();
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
