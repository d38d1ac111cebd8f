package io.modelcounter.core.operator.reduction;

import io.modelcounter.tck.FamilyShapeTck;

class ReductionShapesTest extends FamilyShapeTck {
  ReductionShapesTest() {
    super(ReductionOperators.all(), ReductionSamples.all());
  }
}
