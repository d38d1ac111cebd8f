package io.modelcounter.core.operator.text;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class TextShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(TextOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return TextSamples.all();
  }
}
