package io.modelcounter.report.json;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.report.summary.Reasons;
import io.modelcounter.report.summary.WorkKinds;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What the counter says of one execution of a layer, where the work of all does not tell it. */
final class ExecutionJson {
  private static final Amount ONCE = Amount.exact(Size.ONE);

  private ExecutionJson() {}

  static void write(LayerCost layer, Map<String, Amount> work, JsonOut out) throws IOException {
    if (isPlain(layer, work)) {
      return;
    }
    Cost cost = layer.cost();
    Optional<Work> high = cost.high();
    out.startObject("execution");
    work("low", cost.low(), out);
    if (high.isEmpty()) {
      out.nothing("high");
    } else if (!high.get().equals(cost.low())) {
      work("high", high.get(), out);
    }
    if (cost.reason().isPresent()) {
      out.text("reason", cost.reason().get());
    }
    out.endObject();
  }

  private static boolean isPlain(LayerCost layer, Map<String, Amount> work) {
    Cost cost = layer.cost();
    LayerStatus status = layer.status();
    if (status == LayerStatus.FREE || status == LayerStatus.UNKNOWN) {
      return Reasons.text(layer).equals(cost.reason().orElse(""));
    }
    return cost.reason().isEmpty()
        && layer.multiplicity().equals(ONCE)
        && work.values().stream().allMatch(Amount::isExact);
  }

  private static void work(String key, Work work, JsonOut out) throws IOException {
    out.startObject(key);
    for (WorkKind kind : WorkKind.values()) {
      Size amount = work.amount(kind);
      if (!amount.isZero()) {
        out.key(WorkKinds.id(kind));
        out.size(amount);
      }
    }
    out.endObject();
  }
}
