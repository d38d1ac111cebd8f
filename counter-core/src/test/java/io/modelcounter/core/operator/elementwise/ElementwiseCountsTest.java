package io.modelcounter.core.operator.elementwise;

import io.modelcounter.tck.FamilyCounterTck;

class ElementwiseCountsTest extends FamilyCounterTck {
  ElementwiseCountsTest() {
    super(ElementwiseOperators.all(), ElementwiseSamples.all());
  }
}
