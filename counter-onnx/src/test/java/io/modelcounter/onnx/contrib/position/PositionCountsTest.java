package io.modelcounter.onnx.contrib.position;

import io.modelcounter.tck.FamilyCounterTck;

class PositionCountsTest extends FamilyCounterTck {
  PositionCountsTest() {
    super(PositionOperators.all(), PositionSamples.all());
  }
}
