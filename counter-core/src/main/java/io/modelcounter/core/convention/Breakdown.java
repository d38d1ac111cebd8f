package io.modelcounter.core.convention;

import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the named parts of an amount. */
final class Breakdown {
  private final Map<String, List<Size>> byName = new LinkedHashMap<>();

  /** Adds to the part of a name. */
  void add(String name, Size amount) {
    if (!amount.isZero()) {
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(amount);
    }
  }

  /** The parts so far. */
  List<NamedAmount> terms() {
    return byName.entrySet().stream()
        .map(entry -> new NamedAmount(entry.getKey(), Amount.exact(Size.sum(entry.getValue()))))
        .toList();
  }
}
