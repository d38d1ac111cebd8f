package io.modelcounter.core.operator.elementwise;

import io.modelcounter.core.operator.FamilyCounts;

class ElementwiseCountsTest extends FamilyCounts {
  ElementwiseCountsTest() {
    super(ElementwiseOperators.all(), ElementwiseSamples.all());
  }
}
