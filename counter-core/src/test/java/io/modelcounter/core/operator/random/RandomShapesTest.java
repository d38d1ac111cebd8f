package io.modelcounter.core.operator.random;

import io.modelcounter.tck.FamilyShapeTck;

class RandomShapesTest extends FamilyShapeTck {
  RandomShapesTest() {
    super(RandomOperators.all(), RandomSamples.all());
  }
}
