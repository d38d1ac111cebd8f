package io.modelcounter.core.operator.loss;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class LossCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(LossOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(LossOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return LossSamples.all();
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
