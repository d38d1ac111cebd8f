package io.modelcounter.report.text;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.table.Characters;
import java.util.List;
import java.util.stream.Collectors;

/** Names of several layers in a line. */
final class LayerNames {
  private static final int MOST_NAMES = 2;
  private static final int LONGEST_NAME = 60;

  private LayerNames() {}

  /** The first names, and a sign that there are more. */
  static String first(List<LayerCost> layers) {
    String names =
        layers.stream()
            .limit(MOST_NAMES)
            .map(layer -> Characters.elideStart(layer.name(), LONGEST_NAME))
            .collect(Collectors.joining(", "));
    return layers.size() > MOST_NAMES ? names + ", ..." : names;
  }
}
