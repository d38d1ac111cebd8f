package io.modelcounter.core.operator.loss;

import io.modelcounter.core.operator.FamilyShapes;

class LossShapesTest extends FamilyShapes {
  LossShapesTest() {
    super(LossOperators.all(), LossSamples.all());
  }
}
