package io.modelcounter.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many layers are known how well.
 *
 * @param exact layers of status {@link LayerStatus#EXACT}
 * @param bounded layers of status {@link LayerStatus#BOUNDED}
 * @param unknown layers of status {@link LayerStatus#UNKNOWN}
 * @param free layers of status {@link LayerStatus#FREE}
 */
public record Coverage(int exact, int bounded, int unknown, int free) {

  /**
   * Counts the statuses of layers.
   *
   * @param layers the layers
   * @return the coverage
   */
  public static Coverage of(List<LayerCost> layers) {
    Map<LayerStatus, Integer> counts = new EnumMap<>(LayerStatus.class);
    for (LayerCost layer : layers) {
      counts.merge(layer.status(), 1, Integer::sum);
    }
    return new Coverage(
        counts.getOrDefault(LayerStatus.EXACT, 0),
        counts.getOrDefault(LayerStatus.BOUNDED, 0),
        counts.getOrDefault(LayerStatus.UNKNOWN, 0),
        counts.getOrDefault(LayerStatus.FREE, 0));
  }

  /**
   * Number of all layers.
   *
   * @return the sum
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
