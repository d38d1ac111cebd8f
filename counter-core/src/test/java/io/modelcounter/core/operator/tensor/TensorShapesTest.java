package io.modelcounter.core.operator.tensor;

import io.modelcounter.tck.FamilyShapeTck;

class TensorShapesTest extends FamilyShapeTck {
  TensorShapesTest() {
    super(TensorOperators.all(), TensorSamples.all());
  }
}
