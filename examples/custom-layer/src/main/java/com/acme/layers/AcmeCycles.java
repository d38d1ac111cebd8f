package com.acme.layers;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.WorkKind;
import java.util.EnumMap;
import java.util.Map;

/** What work costs on Acme's accelerator: its data sheet says how many cycles a lane needs. */
final class AcmeCycles {
  private static final int SLOW = 12;

  private AcmeCycles() {}

  static CountingConvention convention() {
    Map<WorkKind, Integer> cycles = new EnumMap<>(WorkKind.class);
    for (WorkKind kind : WorkKind.values()) {
      cycles.put(kind, 1);
    }
    cycles.put(WorkKind.SUM_START, 0);
    cycles.put(WorkKind.DIVIDE, 4);
    cycles.put(WorkKind.SQRT, 4);
    cycles.put(WorkKind.EXP, SLOW);
    cycles.put(WorkKind.LOG, SLOW);
    cycles.put(WorkKind.POWER, 2 * SLOW);
    cycles.put(WorkKind.TRIGONOMETRIC, SLOW);
    cycles.put(WorkKind.HYPERBOLIC, SLOW);
    cycles.put(WorkKind.ERROR_FUNCTION, 2 * SLOW);
    return CountingConvention.weighted(
        "acme-cycles", "lane cycles of Acme's accelerator; a multiply-add is 1", cycles);
  }
}
