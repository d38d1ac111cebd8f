package io.modelcounter.rules;

import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class LookupsShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return Rules.lookups().shapeRules().get(0);
  }

  @Override
  protected List<TestCall> samples() {
    return Samples.lookups();
  }
}
