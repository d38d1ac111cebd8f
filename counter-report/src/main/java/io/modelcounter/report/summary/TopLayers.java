package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Yardstick;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dearest layers of a model.
 *
 * @param convention what they are ranked by: {@code macs}, or {@code flops} in a model without MACs
 * @param layers the layers, dearest first; those that cost nothing are left out
 */
public record TopLayers(String convention, List<LayerCost> layers) {

  /**
   * Finds the dearest layers.
   *
   * @param analysis the analysis
   * @param count greatest number of layers
   * @return the layers
   */
  public static TopLayers of(Analysis analysis, int count) {
    TopLayers byMacs = of(analysis, "macs", count);
    return byMacs.layers.isEmpty() ? of(analysis, "flops", count) : byMacs;
  }

  private static TopLayers of(Analysis analysis, String convention, int count) {
    Map<LayerCost, BigInteger> ranks = new HashMap<>();
    for (LayerCost layer : analysis.countedLayers()) {
      if (Amounts.isKnown(layer.amount(convention))) {
        ranks.put(layer, Yardstick.rank(layer.amount(convention)));
      }
    }
    List<LayerCost> ranked =
        analysis.countedLayers().stream()
            .filter(layer -> ranks.getOrDefault(layer, BigInteger.ZERO).signum() > 0)
            .sorted(
                Comparator.comparing((LayerCost layer) -> ranks.get(layer))
                    .reversed()
                    .thenComparingInt(LayerCost::index))
            .limit(count)
            .toList();
    return new TopLayers(convention, ranked);
  }
}
