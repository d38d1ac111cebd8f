package io.modelcounter.report.html.data;

import io.modelcounter.cost.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formulas without the values of their terms: expression, then name and meaning of each term. */
final class FormulaTable {
  private final StringTable strings;
  private final Map<List<Integer>, Integer> indexes = new LinkedHashMap<>();

  FormulaTable(StringTable strings) {
    this.strings = strings;
  }

  int index(Formula formula) {
    List<Integer> texts = new ArrayList<>();
    texts.add(strings.index(formula.expression()));
    for (Formula.Term term : formula.terms()) {
      texts.add(strings.index(term.name()));
      texts.add(strings.index(term.meaning()));
    }
    return indexes.computeIfAbsent(texts, key -> indexes.size());
  }

  void write(JsonText json) {
    json.open('[');
    indexes.keySet().forEach(json::values);
    json.close(']');
  }
}
