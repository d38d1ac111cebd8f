package io.modelcounter.core.operator.recurrent;

import io.modelcounter.tck.FamilyShapeTck;

class RecurrentShapesTest extends FamilyShapeTck {
  RecurrentShapesTest() {
    super(RecurrentOperators.all(), RecurrentSamples.all());
  }
}
