package io.modelcounter.core.operator.activation;

import io.modelcounter.tck.FamilyShapeTck;

class ActivationShapesTest extends FamilyShapeTck {
  ActivationShapesTest() {
    super(ActivationOperators.all(), ActivationSamples.all());
  }
}
