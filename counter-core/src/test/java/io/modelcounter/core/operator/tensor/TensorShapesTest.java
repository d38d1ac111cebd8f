package io.modelcounter.core.operator.tensor;

import io.modelcounter.core.operator.FamilyShapes;

class TensorShapesTest extends FamilyShapes {
  TensorShapesTest() {
    super(TensorOperators.all(), TensorSamples.all());
  }
}
