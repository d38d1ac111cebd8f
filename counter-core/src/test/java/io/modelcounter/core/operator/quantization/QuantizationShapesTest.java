package io.modelcounter.core.operator.quantization;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class QuantizationShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(QuantizationOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return QuantizationSamples.all();
  }
}
