package io.modelcounter.core.operator.reduction;

import io.modelcounter.tck.FamilyCounterTck;

class ReductionCountsTest extends FamilyCounterTck {
  ReductionCountsTest() {
    super(ReductionOperators.all(), ReductionSamples.all());
  }
}
