package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.tck.FamilyCounterTck;

class MatrixCountsTest extends FamilyCounterTck {
  MatrixCountsTest() {
    super(MatrixOperators.all(), MatrixSamples.all());
  }
}
