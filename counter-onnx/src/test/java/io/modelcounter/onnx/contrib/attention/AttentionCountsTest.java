package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.tck.FamilyCounterTck;

class AttentionCountsTest extends FamilyCounterTck {
  AttentionCountsTest() {
    super(AttentionOperators.all(), AttentionSamples.all());
  }
}
