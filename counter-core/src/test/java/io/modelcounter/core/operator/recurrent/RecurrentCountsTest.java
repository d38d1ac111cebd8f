package io.modelcounter.core.operator.recurrent;

import io.modelcounter.core.operator.FamilyCounts;

class RecurrentCountsTest extends FamilyCounts {
  RecurrentCountsTest() {
    super(RecurrentOperators.all(), RecurrentSamples.all());
  }
}
