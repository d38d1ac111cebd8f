package io.modelcounter.report.json;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.report.summary.WorkKinds;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Work of a layer in one inference, by kind and over all element types. */
final class WorkJson {
  private WorkJson() {}

  /** Writes the amounts, or null if nothing is known of them. */
  static void write(Cost cost, Map<String, Amount> amounts, JsonOut out) throws IOException {
    if (cost.isUnknown()) {
      out.nothing("work");
      return;
    }
    out.startObject("work");
    out.amounts(amounts);
    out.endObject();
  }

  /** Amounts by the name of their kind, those that are known to be nothing left out. */
  static Map<String, Amount> amounts(LayerCost layer) {
    Cost cost = layer.cost();
    Map<String, Amount> amounts = new LinkedHashMap<>();
    String reason = cost.reason().orElse("");
    for (WorkKind kind : WorkKind.values()) {
      Size low = cost.low().amount(kind);
      Optional<Size> high = cost.high().map(work -> work.amount(kind));
      if (!low.isZero() || high.filter(size -> !size.isZero()).isPresent()) {
        amounts.put(WorkKinds.id(kind), times(between(low, high, reason), layer.multiplicity()));
      }
    }
    return amounts;
  }

  private static Amount between(Size low, Optional<Size> high, String reason) {
    return high.map(size -> Amount.between(low, size, reason))
        .orElseGet(() -> Amount.atLeast(low, reason));
  }

  private static Amount times(Amount amount, Amount multiplicity) {
    try {
      return amount.times(multiplicity);
    } catch (TooComplexException e) {
      return Amount.unknown("The product has too many terms.");
    }
  }
}
