package io.modelcounter.core.operator.recurrent;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class RecurrentShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(RecurrentOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return RecurrentSamples.all();
  }
}
