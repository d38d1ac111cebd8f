package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.FamilyShapes;

class MlShapesTest extends FamilyShapes {
  MlShapesTest() {
    super(MlOperators.all(), MlSamples.all());
  }
}
