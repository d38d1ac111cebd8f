package io.modelcounter.core.operator.matrix;

import io.modelcounter.core.operator.FamilyCounts;

class MatrixCountsTest extends FamilyCounts {
  MatrixCountsTest() {
    super(MatrixOperators.all(), MatrixSamples.all());
  }
}
