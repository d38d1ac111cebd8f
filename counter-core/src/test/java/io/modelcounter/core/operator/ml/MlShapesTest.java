package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class MlShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(MlOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return MlSamples.all();
  }
}
