package io.modelcounter.core.operator.quantization;

import io.modelcounter.core.operator.FamilyShapes;

class QuantizationShapesTest extends FamilyShapes {
  QuantizationShapesTest() {
    super(QuantizationOperators.all(), QuantizationSamples.all());
  }
}
