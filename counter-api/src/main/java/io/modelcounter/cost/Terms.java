package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Breaks amounts of a convention into named parts where it does not say itself how. */
final class Terms {
  private Terms() {}

  /** Name of the operation that a layer is part of. */
  static String nameOf(LayerView layer) {
    return layer.parts().isEmpty() ? NamedAmount.OTHER : layer.parts().get(0).kind().term();
  }

  /** A whole amount as one part. */
  static List<NamedAmount> one(LayerView layer, Amount amount) {
    return amount.equals(Amount.zero())
        ? List.of()
        : List.of(new NamedAmount(nameOf(layer), amount));
  }

  /** The parts of all layers, added up by name. */
  static List<NamedAmount> total(
      ModelView model, Function<LayerView, List<NamedAmount>> termsOfLayer) {
    Map<LayerView, List<NamedAmount>> byLayer = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (LayerView layer : model.layers()) {
      List<NamedAmount> terms = termsOfLayer.apply(layer);
      byLayer.put(layer, terms);
      terms.forEach(term -> names.add(term.name()));
    }
    List<NamedAmount> totals = new ArrayList<>();
    for (String name : names) {
      totals.add(
          new NamedAmount(
              name, model.sum(layer -> named(name, byLayer.getOrDefault(layer, List.of())))));
    }
    return totals;
  }

  private static Amount named(String name, List<NamedAmount> terms) {
    return terms.stream()
        .filter(term -> term.name().equals(name))
        .map(NamedAmount::amount)
        .findFirst()
        .orElse(Amount.zero());
  }
}
