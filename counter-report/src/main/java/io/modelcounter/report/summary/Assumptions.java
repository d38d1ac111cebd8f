package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the numbers of a report rest on beyond the model itself. */
public final class Assumptions {
  private Assumptions() {}

  /**
   * All assumptions.
   *
   * @param analysis the analysis
   * @return those of the model, then those of its layers with the operators they are made for; each
   *     once
   */
  public static List<String> of(Analysis analysis) {
    Map<String, List<LayerCost>> byLayers = new LinkedHashMap<>();
    for (LayerCost layer : analysis.countedLayers()) {
      for (String assumption : layer.cost().assumptions()) {
        byLayers.computeIfAbsent(assumption, key -> new ArrayList<>()).add(layer);
      }
    }
    List<String> assumptions = new ArrayList<>();
    for (String assumption : analysis.assumptions()) {
      if (!byLayers.containsKey(assumption)) {
        assumptions.add(assumption);
      }
    }
    byLayers.forEach(
        (assumption, layers) -> assumptions.add(OperatorNames.counted(layers) + ": " + assumption));
    return assumptions;
  }
}
