package io.modelcounter.core.operator.recurrent;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class RecurrentCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(RecurrentOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(RecurrentOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return RecurrentSamples.all();
  }
}
