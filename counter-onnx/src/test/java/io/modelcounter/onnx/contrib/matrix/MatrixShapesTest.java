package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.tck.FamilyShapeTck;

class MatrixShapesTest extends FamilyShapeTck {
  MatrixShapesTest() {
    super(MatrixOperators.all(), MatrixSamples.all());
  }
}
