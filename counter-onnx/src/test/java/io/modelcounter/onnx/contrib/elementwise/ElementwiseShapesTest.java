package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.tck.FamilyShapeTck;

class ElementwiseShapesTest extends FamilyShapeTck {
  ElementwiseShapesTest() {
    super(ElementwiseOperators.all(), ElementwiseSamples.all());
  }
}
