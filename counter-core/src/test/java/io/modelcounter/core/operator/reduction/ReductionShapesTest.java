package io.modelcounter.core.operator.reduction;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class ReductionShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(ReductionOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return ReductionSamples.all();
  }
}
