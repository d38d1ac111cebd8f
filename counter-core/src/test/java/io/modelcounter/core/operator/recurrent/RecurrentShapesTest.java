package io.modelcounter.core.operator.recurrent;

import io.modelcounter.core.operator.FamilyShapes;

class RecurrentShapesTest extends FamilyShapes {
  RecurrentShapesTest() {
    super(RecurrentOperators.all(), RecurrentSamples.all());
  }
}
