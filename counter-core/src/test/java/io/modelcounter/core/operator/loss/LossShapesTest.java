package io.modelcounter.core.operator.loss;

import io.modelcounter.tck.FamilyShapeTck;

class LossShapesTest extends FamilyShapeTck {
  LossShapesTest() {
    super(LossOperators.all(), LossSamples.all());
  }
}
