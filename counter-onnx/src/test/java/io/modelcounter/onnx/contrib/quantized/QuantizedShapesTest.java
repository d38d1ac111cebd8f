package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.tck.FamilyShapeTck;

class QuantizedShapesTest extends FamilyShapeTck {
  QuantizedShapesTest() {
    super(QuantizedOperators.all(), QuantizedSamples.all());
  }
}
