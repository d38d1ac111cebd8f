package io.modelcounter.core.operator.activation;

import io.modelcounter.core.operator.FamilyShapes;

class ActivationShapesTest extends FamilyShapes {
  ActivationShapesTest() {
    super(ActivationOperators.all(), ActivationSamples.all());
  }
}
