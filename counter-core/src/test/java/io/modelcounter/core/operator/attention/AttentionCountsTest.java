package io.modelcounter.core.operator.attention;

import io.modelcounter.core.operator.WholeFamily;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

class AttentionCountsTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WholeFamily(AttentionOperators.all());
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WholeFamily(AttentionOperators.all());
  }

  @Override
  protected List<TestCall> samples() {
    return AttentionSamples.all();
  }
}
