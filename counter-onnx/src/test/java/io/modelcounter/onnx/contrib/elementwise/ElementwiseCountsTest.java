package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.tck.FamilyCounterTck;

class ElementwiseCountsTest extends FamilyCounterTck {
  ElementwiseCountsTest() {
    super(ElementwiseOperators.all(), ElementwiseSamples.all());
  }
}
