package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class TensorShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return Steps.FAMILY;
  }

  @Override
  protected List<TestCall> samples() {
    return TensorSamples.all();
  }
}
