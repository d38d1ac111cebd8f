package io.modelcounter.core.operator.reduction;

import io.modelcounter.core.operator.FamilyCounts;

class ReductionCountsTest extends FamilyCounts {
  ReductionCountsTest() {
    super(ReductionOperators.all(), ReductionSamples.all());
  }
}
