package io.modelcounter.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many layers are known how well. Layers that were asked to be left out are counted apart,
 * whatever their status.
 *
 * @param exact layers of status {@link LayerStatus#EXACT}
 * @param bounded layers of status {@link LayerStatus#BOUNDED}
 * @param unknown layers of status {@link LayerStatus#UNKNOWN}
 * @param free layers of status {@link LayerStatus#FREE}
 * @param ignored layers that are left out
 */
public record Coverage(int exact, int bounded, int unknown, int free, int ignored) {

  /**
   * Counts the statuses of layers.
   *
   * @param layers the layers
   * @return the coverage
   */
  public static Coverage of(List<LayerCost> layers) {
    Map<LayerStatus, Integer> counts = new EnumMap<>(LayerStatus.class);
    int ignored = 0;
    for (LayerCost layer : layers) {
      if (layer.isIgnored()) {
        ignored++;
      } else {
        counts.merge(layer.status(), 1, Integer::sum);
      }
    }
    return new Coverage(
        counts.getOrDefault(LayerStatus.EXACT, 0),
        counts.getOrDefault(LayerStatus.BOUNDED, 0),
        counts.getOrDefault(LayerStatus.UNKNOWN, 0),
        counts.getOrDefault(LayerStatus.FREE, 0),
        ignored);
  }

  /**
   * Number of all layers that the totals hold.
   *
   * @return the sum without the layers that are left out
   */
  public int total() {
    return exact + bounded + unknown + free;
  }

  /**
   * Layers of which the cost is fully known: exact or free.
   *
   * @return their number
   */
  public int known() {
    return exact + free;
  }

  /**
   * Tells whether every layer is known.
   *
   * @return true if none is bounded or unknown
   */
  public boolean isComplete() {
    return bounded == 0 && unknown == 0;
  }
}
