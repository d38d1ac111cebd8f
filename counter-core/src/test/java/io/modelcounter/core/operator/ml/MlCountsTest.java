package io.modelcounter.core.operator.ml;

import io.modelcounter.tck.FamilyCounterTck;

class MlCountsTest extends FamilyCounterTck {
  MlCountsTest() {
    super(MlOperators.all(), MlSamples.all());
  }
}
