package io.modelcounter.core.operator.quantization;

import io.modelcounter.core.operator.FamilyCounts;

class QuantizationCountsTest extends FamilyCounts {
  QuantizationCountsTest() {
    super(QuantizationOperators.all(), QuantizationSamples.all());
  }
}
