package io.modelcounter.core.operator.text;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class TextCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(TextOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(TextOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return TextSamples.all();
  }
}
