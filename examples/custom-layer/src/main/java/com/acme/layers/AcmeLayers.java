package com.acme.layers;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.ShapeRule;
import java.util.List;

/** What this jar offers to ModelCounter. */
public final class AcmeLayers implements CounterPlugin {
  @Override
  public String id() {
    return "acme-layers";
  }

  @Override
  public List<LayerCounter> counters() {
    return List.of(new WindowAttention());
  }

  @Override
  public List<ShapeRule> shapeRules() {
    return List.of(new WindowAttention());
  }

  @Override
  public List<CountingConvention> conventions() {
    return List.of(AcmeCycles.convention());
  }

  @Override
  public List<OperatorNote> notes() {
    return List.of(
        OperatorNote.of(
                WindowAttention.OPERATOR,
                "MULTIPLY_ADD in three products; softmax over the keys of a window")
            .withFormula("project + attend + merge")
            .assuming("positions that fill up the last window are computed as all others"));
  }
}
