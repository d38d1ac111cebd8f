package io.modelcounter.core.operator.random;

import io.modelcounter.tck.FamilyCounterTck;

class RandomCountsTest extends FamilyCounterTck {
  RandomCountsTest() {
    super(RandomOperators.all(), RandomSamples.all());
  }
}
