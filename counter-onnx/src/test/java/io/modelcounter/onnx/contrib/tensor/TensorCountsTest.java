package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.tck.FamilyCounterTck;

class TensorCountsTest extends FamilyCounterTck {
  TensorCountsTest() {
    super(TensorOperators.all(), TensorSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
