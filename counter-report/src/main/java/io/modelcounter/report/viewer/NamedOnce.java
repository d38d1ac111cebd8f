package io.modelcounter.report.viewer;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds layers that a viewer can tell from all others by a name. */
final class NamedOnce {
  private NamedOnce() {}

  /** Layers by the names of their nodes, as Netron has them: up to the end of the first line. */
  static Map<String, LayerCost> nodes(Analysis analysis) {
    return by(analysis, layer -> List.of(layer.name().split("\n", 2)[0]));
  }

  /** Layers by the names of their outputs. */
  static Map<String, LayerCost> outputs(Analysis analysis) {
    return by(
        analysis, layer -> layer.outputs().stream().map(output -> output.name()).limit(1).toList());
  }

  private static Map<String, LayerCost> by(
      Analysis analysis, Function<LayerCost, List<String>> names) {
    Map<String, LayerCost> layers = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (LayerCost layer : analysis.layers()) {
      for (String name : names.apply(layer)) {
        if (taken.add(name)) {
          layers.put(name, layer);
        } else {
          layers.remove(name);
        }
      }
    }
    return layers;
  }
}
