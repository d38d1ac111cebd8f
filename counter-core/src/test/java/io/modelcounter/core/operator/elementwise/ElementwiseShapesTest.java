package io.modelcounter.core.operator.elementwise;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class ElementwiseShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(ElementwiseOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return ElementwiseSamples.all();
  }
}
