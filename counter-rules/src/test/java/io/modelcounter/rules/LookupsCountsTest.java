package io.modelcounter.rules;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class LookupsCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return Rules.lookups().counters().get(0);
  }

  @Override
  protected ShapeRule shapeRule() {
    return Rules.lookups().shapeRules().get(0);
  }

  @Override
  protected List<TestCall> samples() {
    return Samples.lookups();
  }

  /** The terms of a rule's formula have the names of what is looked up, such as dim(in 0, -1). */
  @Override
  protected boolean explainsItsNames() {
    return false;
  }
}
