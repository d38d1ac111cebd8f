package io.modelcounter.core.operator.spectral;

import io.modelcounter.core.operator.FamilyCounts;

class SpectralCountsTest extends FamilyCounts {
  SpectralCountsTest() {
    super(SpectralOperators.all(), SpectralSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
