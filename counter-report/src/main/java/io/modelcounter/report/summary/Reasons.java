package io.modelcounter.report.summary;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.symbolic.Amount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why a layer is free, bounded or unknown. */
public final class Reasons {
  private Reasons() {}

  /**
   * The reasons of a layer.
   *
   * @param layer the layer
   * @return what its counter says, then what its amounts add to that; empty for an exact layer
   */
  public static List<String> of(LayerCost layer) {
    Set<String> reasons = new LinkedHashSet<>();
    layer.cost().reason().ifPresent(reasons::add);
    for (Amount amount : layer.amounts().values()) {
      reasons.addAll(amount.reasons());
    }
    return List.copyOf(reasons);
  }

  /**
   * The reasons of a layer in one text.
   *
   * @param layer the layer
   * @return the reasons joined by semicolons
   */
  public static String text(LayerCost layer) {
    return String.join("; ", of(layer));
  }
}
