package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.FamilyCounts;

class MlCountsTest extends FamilyCounts {
  MlCountsTest() {
    super(MlOperators.all(), MlSamples.all());
  }
}
