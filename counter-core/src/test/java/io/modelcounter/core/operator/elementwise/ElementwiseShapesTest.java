package io.modelcounter.core.operator.elementwise;

import io.modelcounter.core.operator.FamilyShapes;

class ElementwiseShapesTest extends FamilyShapes {
  ElementwiseShapesTest() {
    super(ElementwiseOperators.all(), ElementwiseSamples.all());
  }
}
