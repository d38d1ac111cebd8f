package com.acme.layers;

import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** The counter keeps the rules C1 to C12. */
final class WindowAttentionCounterTest extends LayerCounterTck {
  @Override
  protected LayerCounter counter() {
    return new WindowAttention();
  }

  @Override
  protected ShapeRule shapeRule() {
    return new WindowAttention();
  }

  @Override
  protected List<TestCall> samples() {
    return WindowAttentionSamples.all();
  }
}
