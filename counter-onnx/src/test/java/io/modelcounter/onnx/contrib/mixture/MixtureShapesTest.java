package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.tck.FamilyShapeTck;

class MixtureShapesTest extends FamilyShapeTck {
  MixtureShapesTest() {
    super(MixtureOperators.all(), MixtureSamples.all());
  }
}
