package io.modelcounter.core.operator.random;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class RandomShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(RandomOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return RandomSamples.all();
  }
}
