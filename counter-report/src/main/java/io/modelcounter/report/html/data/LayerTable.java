package io.modelcounter.report.html.data;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.Reasons;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One column a property. A column of equal values is written as that value. */
final class LayerTable {
  private static final Amount ONCE = Amount.exact(Size.ONE);

  private final StringTable strings;
  private final AmountTable amounts;
  private final TensorTable tensors;
  private final FormulaTable formulas;
  private final OperatorTable operators;
  private final StringBuilder statuses = new StringBuilder();
  private final Map<String, List<Integer>> columns = new LinkedHashMap<>();
  private final Map<String, List<List<Integer>>> lists = new LinkedHashMap<>();
  private final Map<String, List<List<Integer>>> rare = new LinkedHashMap<>();

  LayerTable(
      StringTable strings,
      AmountTable amounts,
      TensorTable tensors,
      FormulaTable formulas,
      OperatorTable operators) {
    this.strings = strings;
    this.amounts = amounts;
    this.tensors = tensors;
    this.formulas = formulas;
    this.operators = operators;
    rare.put("ignored", new ArrayList<>());
    rare.put("times", new ArrayList<>());
    rare.put("assumptions", new ArrayList<>());
  }

  /** Takes in the texts that many layers share, so that their indexes are short. */
  void prepare(LayerCost layer) {
    strings.index(layer.graph());
    strings.index(layer.countedBy());
    strings.index(Reasons.text(layer));
    strings.index(scope(layer));
  }

  void add(LayerCost layer) {
    statuses.append(layer.status().text().charAt(0));
    column("op", operators.index(layer.operator()));
    column("scope", strings.index(scope(layer)));
    column("graph", strings.index(layer.graph()));
    column("by", strings.index(layer.countedBy()));
    column("reason", strings.index(Reasons.text(layer)));
    column("name", strings.index(layer.name()));
    column("macs", amounts.index(layer.amount("macs")));
    column("flops", amounts.index(layer.amount("flops")));
    column("parameters", amounts.index(layer.parameters()));
    column("weights", amounts.index(layer.weightBytes()));
    column("activations", amounts.index(Shapes.bytes(layer.outputs()).times(layer.multiplicity())));
    column("read", amounts.index(layer.traffic().readBytes()));
    column("write", amounts.index(layer.traffic().writeBytes()));
    column("formula", formulas.index(layer.cost().formula()));
    list(
        "terms",
        layer.cost().formula().terms().stream().map(term -> amounts.index(term.value())).toList());
    // Names of outputs mostly begin with the name of the layer and are short behind it.
    list("out", tensors(layer.outputs()));
    list("in", tensors(layer.inputs()));
    rare(layer);
  }

  private static String scope(LayerCost layer) {
    return String.join(".", layer.scope());
  }

  private void rare(LayerCost layer) {
    if (layer.isIgnored()) {
      rare("ignored", layer, List.of());
    }
    if (!layer.multiplicity().equals(ONCE)) {
      rare("times", layer, List.of(amounts.index(layer.multiplicity())));
    }
    List<String> assumptions = layer.cost().assumptions();
    if (!assumptions.isEmpty()) {
      rare("assumptions", layer, assumptions.stream().map(strings::index).toList());
    }
  }

  private List<Integer> tensors(List<ValueInfo> values) {
    return values.stream().map(tensors::index).toList();
  }

  private void column(String name, int value) {
    columns.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private void list(String name, List<Integer> values) {
    lists.computeIfAbsent(name, key -> new ArrayList<>()).add(values);
  }

  private void rare(String name, LayerCost layer, List<Integer> values) {
    List<Integer> entry = new ArrayList<>();
    entry.add(layer.index());
    entry.addAll(values);
    rare.computeIfAbsent(name, key -> new ArrayList<>()).add(entry);
  }

  void write(JsonText json) {
    json.open('{').key("count").value(statuses.length());
    json.key("status").value(statuses.toString());
    columns.forEach(
        (name, values) -> {
          json.key(name);
          if (values.stream().distinct().count() == 1) {
            json.value(values.get(0));
          } else {
            json.values(values);
          }
        });
    lists.forEach((name, values) -> lists(name, values, json));
    rare.forEach((name, values) -> lists(name, values, json));
    json.close('}');
  }

  private static void lists(String name, List<List<Integer>> lists, JsonText json) {
    json.key(name).open('[');
    lists.forEach(json::values);
    json.close(']');
  }
}
