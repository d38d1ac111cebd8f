package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.tck.FamilyShapeTck;

class AlgorithmShapesTest extends FamilyShapeTck {
  AlgorithmShapesTest() {
    super(AlgorithmOperators.all(), AlgorithmSamples.all());
  }
}
