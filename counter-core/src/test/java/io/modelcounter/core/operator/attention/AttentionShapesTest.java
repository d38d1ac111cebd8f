package io.modelcounter.core.operator.attention;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class AttentionShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(AttentionOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return AttentionSamples.all();
  }
}
