package io.modelcounter.report.summary;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.model.OperatorId;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers of one operator that are not fully known for the same reason.
 *
 * @param operator the operator
 * @param status {@link LayerStatus#UNKNOWN} or {@link LayerStatus#BOUNDED}
 * @param reason why
 * @param layers the layers, in order
 */
public record Gap(OperatorId operator, LayerStatus status, String reason, List<LayerCost> layers) {

  /**
   * Makes a gap.
   *
   * @param operator the operator
   * @param status how much is known
   * @param reason why
   * @param layers the layers
   */
  public Gap {
    layers = List.copyOf(layers);
  }

  /** What layers are grouped by. */
  private record Key(OperatorId operator, LayerStatus status, String reason) {
    static Key of(LayerCost layer) {
      return new Key(layer.operator(), layer.status(), Reasons.text(layer));
    }
  }

  /**
   * Finds what is not fully known.
   *
   * @param layers all layers
   * @return the gaps: unknown before bounded, then by number of layers, then by operator
   */
  public static List<Gap> of(List<LayerCost> layers) {
    Map<Key, List<LayerCost>> groups = new LinkedHashMap<>();
    for (LayerCost layer : layers) {
      if (layer.status() == LayerStatus.UNKNOWN || layer.status() == LayerStatus.BOUNDED) {
        groups.computeIfAbsent(Key.of(layer), key -> new ArrayList<>()).add(layer);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    groups.forEach((key, all) -> gaps.add(new Gap(key.operator, key.status, key.reason, all)));
    gaps.sort(
        Comparator.comparing(Gap::status, Comparator.reverseOrder())
            .thenComparing(gap -> -gap.layers().size())
            .thenComparing(Gap::operator)
            .thenComparing(Gap::reason));
    return gaps;
  }

  /**
   * Finds what is not known at all.
   *
   * @param layers all layers
   * @param status the status asked for
   * @return the gaps of that status
   */
  public static List<Gap> of(List<LayerCost> layers, LayerStatus status) {
    return of(layers).stream().filter(gap -> gap.status() == status).toList();
  }

  /**
   * What the layers cost as far as that is known.
   *
   * @return the sum of their MACs
   */
  public Amount macs() {
    return Amounts.sum(layers.stream().map(layer -> layer.amount("macs")).toList());
  }

  /**
   * What the reader can do about it.
   *
   * @return a sentence
   */
  public String advice() {
    if (status == LayerStatus.BOUNDED) {
      return "Budgets compare with the upper end. Fewer symbols or known inputs may narrow the"
          + " range.";
    }
    return layers.get(0).countedBy().isEmpty()
        ? "Add a plugin that counts " + operator.text() + " (--plugin JAR)."
        : "Give the sizes that are missing: --input-shape NAME:1x3x224x224 or --set SYMBOL=VALUE.";
  }
}
