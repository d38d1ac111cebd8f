package io.modelcounter.core.operator.loss;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class LossShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(LossOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return LossSamples.all();
  }
}
