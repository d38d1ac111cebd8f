package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.tck.FamilyShapeTck;

class AttentionShapesTest extends FamilyShapeTck {
  AttentionShapesTest() {
    super(AttentionOperators.all(), AttentionSamples.all());
  }
}
