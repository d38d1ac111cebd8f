package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.tck.FamilyShapeTck;

class QuantizationShapesTest extends FamilyShapeTck {
  QuantizationShapesTest() {
    super(QuantizationOperators.all(), QuantizationSamples.all());
  }
}
