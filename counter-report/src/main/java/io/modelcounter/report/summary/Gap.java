package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers that are not fully known for the same reason.
 *
 * @param status {@link LayerStatus#UNKNOWN} or {@link LayerStatus#BOUNDED}
 * @param reason why
 * @param advice what the reader can do about it, a sentence
 * @param layers the layers, in order
 */
public record Gap(LayerStatus status, String reason, String advice, List<LayerCost> layers) {
  private static final Comparator<Gap> WORST_FIRST =
      Comparator.comparing(Gap::status, Comparator.reverseOrder())
          .thenComparing(gap -> !gap.layers().get(0).countedBy().isEmpty())
          .thenComparing(Gap::mostFlops, Comparator.reverseOrder())
          .thenComparing(gap -> -gap.layers().size())
          .thenComparing(Gap::reason);

  /**
   * Makes a gap.
   *
   * @param status how much is known
   * @param reason why
   * @param advice what to do
   * @param layers the layers
   */
  public Gap {
    layers = List.copyOf(layers);
  }

  /** What layers are grouped by. */
  private record Key(LayerStatus status, String reason, String advice) {}

  /**
   * Finds what is not fully known.
   *
   * @param analysis the analysis
   * @return the gaps: unknown before bounded; then operators that nothing counts before others,
   *     then by their greatest FLOPs, by number of layers, by reason
   */
  public static List<Gap> of(Analysis analysis) {
    Advice advice = new Advice(analysis);
    Map<Key, List<LayerCost>> groups = new LinkedHashMap<>();
    for (LayerCost layer : analysis.countedLayers()) {
      if (layer.status() == LayerStatus.UNKNOWN || layer.status() == LayerStatus.BOUNDED) {
        String reason = Reasons.text(layer);
        Key key = new Key(layer.status(), reason, advice.on(layer, reason));
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(layer);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    groups.forEach((key, all) -> gaps.add(new Gap(key.status, key.reason, key.advice, all)));
    gaps.sort(WORST_FIRST);
    return gaps;
  }

  /** Upper end of the FLOPs on the yardstick; 0 if it is open, as then nothing can be compared. */
  private BigInteger mostFlops() {
    return amount("flops")
        .high()
        .map(high -> Yardstick.rank(Amount.exact(high)))
        .orElse(BigInteger.ZERO);
  }

  /**
   * The operators of the layers.
   *
   * @return for example {@code MatMul x 45, Add x 33}
   */
  public String operators() {
    return OperatorNames.counted(layers);
  }

  /**
   * What the layers cost as far as that is known.
   *
   * @param convention id of a convention
   * @return the sum of their amounts
   */
  public Amount amount(String convention) {
    return Amounts.sum(layers.stream().map(layer -> layer.amount(convention)).toList());
  }
}
