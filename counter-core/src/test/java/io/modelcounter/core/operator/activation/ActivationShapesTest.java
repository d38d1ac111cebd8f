package io.modelcounter.core.operator.activation;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class ActivationShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(ActivationOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return ActivationSamples.all();
  }
}
