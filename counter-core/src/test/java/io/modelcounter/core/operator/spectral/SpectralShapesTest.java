package io.modelcounter.core.operator.spectral;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class SpectralShapesTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(SpectralOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return SpectralSamples.all();
  }
}
