package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.tck.FamilyShapeTck;

class PoolingShapesTest extends FamilyShapeTck {
  PoolingShapesTest() {
    super(PoolingOperators.all(), PoolingSamples.all());
  }
}
