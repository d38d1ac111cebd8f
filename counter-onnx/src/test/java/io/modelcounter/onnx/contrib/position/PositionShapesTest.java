package io.modelcounter.onnx.contrib.position;

import io.modelcounter.tck.FamilyShapeTck;

class PositionShapesTest extends FamilyShapeTck {
  PositionShapesTest() {
    super(PositionOperators.all(), PositionSamples.all());
  }
}
