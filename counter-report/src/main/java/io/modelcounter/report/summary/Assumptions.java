package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.table.Numbers;
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
   * @return those of the model, then those of its layers, each once with the number of layers
   */
  public static List<String> of(Analysis analysis) {
    List<String> assumptions = new ArrayList<>(analysis.assumptions());
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (LayerCost layer : analysis.layers()) {
      for (String assumption : layer.cost().assumptions()) {
        layers.merge(layer.operator().text() + ": " + assumption, 1, Integer::sum);
      }
    }
    layers.forEach(
        (assumption, count) ->
            assumptions.add(
                assumption + (count == 1 ? "" : " (" + Numbers.grouped(count) + " layers)")));
    return assumptions;
  }
}
