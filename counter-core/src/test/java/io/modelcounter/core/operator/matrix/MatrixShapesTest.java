package io.modelcounter.core.operator.matrix;

import io.modelcounter.core.operator.FamilyShapes;

class MatrixShapesTest extends FamilyShapes {
  MatrixShapesTest() {
    super(MatrixOperators.all(), MatrixSamples.all());
  }
}
