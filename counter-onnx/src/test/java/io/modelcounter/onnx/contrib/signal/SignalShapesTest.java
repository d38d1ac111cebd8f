package io.modelcounter.onnx.contrib.signal;

import io.modelcounter.tck.FamilyShapeTck;

class SignalShapesTest extends FamilyShapeTck {
  SignalShapesTest() {
    super(SignalOperators.all(), SignalSamples.all());
  }
}
