package io.modelcounter.core.operator.spectral;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class SpectralCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(SpectralOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(SpectralOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return SpectralSamples.all();
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
