package io.modelcounter.core.operator.spectral;

import io.modelcounter.tck.FamilyCounterTck;

class SpectralCountsTest extends FamilyCounterTck {
  SpectralCountsTest() {
    super(SpectralOperators.all(), SpectralSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
