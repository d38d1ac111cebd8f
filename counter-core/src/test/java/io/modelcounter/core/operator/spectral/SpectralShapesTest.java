package io.modelcounter.core.operator.spectral;

import io.modelcounter.tck.FamilyShapeTck;

class SpectralShapesTest extends FamilyShapeTck {
  SpectralShapesTest() {
    super(SpectralOperators.all(), SpectralSamples.all());
  }
}
