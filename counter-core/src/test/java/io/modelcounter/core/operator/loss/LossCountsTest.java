package io.modelcounter.core.operator.loss;

import io.modelcounter.tck.FamilyCounterTck;

class LossCountsTest extends FamilyCounterTck {
  LossCountsTest() {
    super(LossOperators.all(), LossSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
