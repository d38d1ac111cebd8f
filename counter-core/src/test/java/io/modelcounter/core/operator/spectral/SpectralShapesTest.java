package io.modelcounter.core.operator.spectral;

import io.modelcounter.core.operator.FamilyShapes;

class SpectralShapesTest extends FamilyShapes {
  SpectralShapesTest() {
    super(SpectralOperators.all(), SpectralSamples.all());
  }
}
