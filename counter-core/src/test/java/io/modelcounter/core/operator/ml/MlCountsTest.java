package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class MlCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(MlOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(MlOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return MlSamples.all();
  }
}
