package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.symbolic.Size;

/** What the tests ask of costs. */
final class Costs {
  private Costs() {}

  /** Whether the work is known, as a number or as a formula, and not only between bounds. */
  static boolean isKnown(Cost cost) {
    return cost.high().filter(cost.low()::equals).isPresent();
  }

  /**
   * Whether the work is unknown, between bounds, or a formula in sizes that only the data decide.
   */
  static boolean isOpen(Cost cost) {
    return !isKnown(cost) || cost.low().amounts().values().stream().anyMatch(Size::isDataDependent);
  }

  /** All parts of a cost, so that equal texts mean equal costs. */
  static String describe(Cost cost) {
    if (cost.isFree() || cost.isUnknown()) {
      return cost + assumptions(cost);
    }
    String high = cost.high().map(Work::toString).orElse("open");
    String work = isKnown(cost) ? cost.low().toString() : "between " + cost.low() + " and " + high;
    String reason = cost.reason().map(text -> " because " + text).orElse("");
    return work + reason + ", by " + cost.formula().text() + assumptions(cost);
  }

  private static String assumptions(Cost cost) {
    return cost.assumptions().isEmpty() ? "" : ", assuming " + cost.assumptions();
  }
}
