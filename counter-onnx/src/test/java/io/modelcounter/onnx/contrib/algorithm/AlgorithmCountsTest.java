package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.tck.FamilyCounterTck;

class AlgorithmCountsTest extends FamilyCounterTck {
  AlgorithmCountsTest() {
    super(AlgorithmOperators.all(), AlgorithmSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
