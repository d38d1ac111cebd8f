package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.tck.FamilyCounterTck;

class NormalizationCountsTest extends FamilyCounterTck {
  NormalizationCountsTest() {
    super(NormalizationOperators.all(), NormalizationSamples.all());
  }
}
