package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.tck.FamilyCounterTck;

class QuantizationCountsTest extends FamilyCounterTck {
  QuantizationCountsTest() {
    super(QuantizationOperators.all(), QuantizationSamples.all());
  }
}
