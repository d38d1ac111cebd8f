package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.tck.FamilyCounterTck;

class PoolingCountsTest extends FamilyCounterTck {
  PoolingCountsTest() {
    super(PoolingOperators.all(), PoolingSamples.all());
  }
}
