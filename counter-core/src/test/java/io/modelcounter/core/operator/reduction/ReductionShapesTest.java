package io.modelcounter.core.operator.reduction;

import io.modelcounter.core.operator.FamilyShapes;

class ReductionShapesTest extends FamilyShapes {
  ReductionShapesTest() {
    super(ReductionOperators.all(), ReductionSamples.all());
  }
}
