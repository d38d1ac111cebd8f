package io.modelcounter.core.operator.random;

import io.modelcounter.core.operator.FamilyShapes;

class RandomShapesTest extends FamilyShapes {
  RandomShapesTest() {
    super(RandomOperators.all(), RandomSamples.all());
  }
}
