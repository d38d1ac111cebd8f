package io.modelcounter.core.operator.loss;

import io.modelcounter.core.operator.FamilyCounts;

class LossCountsTest extends FamilyCounts {
  LossCountsTest() {
    super(LossOperators.all(), LossSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
