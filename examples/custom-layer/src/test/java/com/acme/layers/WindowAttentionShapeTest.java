package com.acme.layers;

import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.ShapeRuleTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** The shape rule keeps the rules S1 to S8. */
final class WindowAttentionShapeTest extends ShapeRuleTck {
  @Override
  protected ShapeRule shapeRule() {
    return new WindowAttention();
  }

  @Override
  protected List<TestCall> samples() {
    return WindowAttentionSamples.all();
  }
}
