package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.tck.FamilyShapeTck;

class RecurrentShapesTest extends FamilyShapeTck {
  RecurrentShapesTest() {
    super(RecurrentOperators.all(), RecurrentSamples.all());
  }
}
