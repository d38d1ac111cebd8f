package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.tck.FamilyCounterTck;

class QuantizedCountsTest extends FamilyCounterTck {
  QuantizedCountsTest() {
    super(QuantizedOperators.all(), QuantizedSamples.all());
  }
}
