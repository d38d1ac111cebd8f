package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.tck.FamilyShapeTck;

class TensorShapesTest extends FamilyShapeTck {
  TensorShapesTest() {
    super(TensorOperators.all(), TensorSamples.all());
  }
}
