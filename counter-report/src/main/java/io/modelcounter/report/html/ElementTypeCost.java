package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the layers cost whose first output has one element type.
 *
 * @param type the element type
 * @param layers the layers
 */
record ElementTypeCost(String type, List<LayerCost> layers) {

  /** Groups layers by type, the dearest in FLOPs first. */
  static List<ElementTypeCost> of(Analysis analysis) {
    Column<LayerCost> type = new LayerColumns(analysis).get("dtype");
    Map<String, List<LayerCost>> groups = new TreeMap<>();
    for (LayerCost layer : analysis.countedLayers()) {
      String name = type.cell().apply(layer).brief();
      groups.computeIfAbsent(name.isEmpty() ? "none" : name, key -> new ArrayList<>()).add(layer);
    }
    return groups.entrySet().stream()
        .map(group -> new ElementTypeCost(group.getKey(), group.getValue()))
        .sorted(Comparator.comparing(ElementTypeCost::rank).reversed())
        .toList();
  }

  static List<Column<ElementTypeCost>> columns(Totals totals) {
    return List.of(
        Column.text("type", "Type of the first output", ElementTypeCost::type),
        Column.numeric("layers", "Layers", cost -> Cell.number(cost.layers.size())),
        Column.numeric("macs", "MACs", cost -> Cell.amount(cost.macs(), Unit.COUNT)),
        Column.numeric("macs_pct", "MACs %", cost -> Cell.share(cost.macs(), totals.macs())),
        Column.numeric("flops", "FLOPs", cost -> Cell.amount(cost.flops(), Unit.COUNT)),
        Column.numeric("flops_pct", "FLOPs %", cost -> Cell.share(cost.flops(), totals.flops())));
  }

  Amount macs() {
    return sum(layer -> layer.amount("macs"));
  }

  private Amount flops() {
    return sum(layer -> layer.amount("flops"));
  }

  private BigInteger rank() {
    return Yardstick.rank(flops());
  }

  private Amount sum(Function<LayerCost, Amount> amount) {
    return Amounts.sum(layers.stream().map(amount).toList());
  }
}
