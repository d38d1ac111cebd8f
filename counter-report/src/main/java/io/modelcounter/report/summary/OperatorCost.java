package io.modelcounter.report.summary;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What all layers of one operator cost together.
 *
 * @param operator domain and name
 * @param layers number of layers
 * @param macs their MACs
 * @param flops their FLOPs
 * @param parameters the parameters first used there
 */
public record OperatorCost(
    String operator, int layers, Amount macs, Amount flops, Amount parameters) {
  private static final Comparator<OperatorCost> DEAREST_FIRST =
      Comparator.comparing((OperatorCost cost) -> Yardstick.rank(cost.macs))
          .thenComparing(cost -> Yardstick.rank(cost.flops))
          .reversed()
          .thenComparing(OperatorCost::operator);

  /**
   * Adds up layers by operator.
   *
   * @param layers all layers
   * @return the sums, dearest first
   */
  public static List<OperatorCost> of(List<LayerCost> layers) {
    Map<String, List<LayerCost>> groups = new TreeMap<>();
    for (LayerCost layer : layers) {
      groups.computeIfAbsent(layer.operator().text(), text -> new ArrayList<>()).add(layer);
    }
    List<OperatorCost> costs = new ArrayList<>();
    groups.forEach((operator, group) -> costs.add(of(operator, group)));
    costs.sort(DEAREST_FIRST);
    return costs;
  }

  private static OperatorCost of(String operator, List<LayerCost> group) {
    return new OperatorCost(
        operator,
        group.size(),
        sum(group, layer -> layer.amount("macs")),
        sum(group, layer -> layer.amount("flops")),
        sum(group, LayerCost::parameters));
  }

  private static Amount sum(List<LayerCost> layers, Function<LayerCost, Amount> amount) {
    return Amounts.sum(layers.stream().map(amount).toList());
  }
}
