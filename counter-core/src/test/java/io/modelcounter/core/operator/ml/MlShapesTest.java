package io.modelcounter.core.operator.ml;

import io.modelcounter.tck.FamilyShapeTck;

class MlShapesTest extends FamilyShapeTck {
  MlShapesTest() {
    super(MlOperators.all(), MlSamples.all());
  }
}
