package io.modelcounter.core.operator.activation;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class ActivationCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(ActivationOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(ActivationOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return ActivationSamples.all();
  }
}
