package io.modelcounter.core.operator.random;

import io.modelcounter.core.operator.FamilyCounts;

class RandomCountsTest extends FamilyCounts {
  RandomCountsTest() {
    super(RandomOperators.all(), RandomSamples.all());
  }
}
