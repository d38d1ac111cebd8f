package io.modelcounter.core.operator.attention;

import io.modelcounter.core.operator.FamilyShapes;

class AttentionShapesTest extends FamilyShapes {
  AttentionShapesTest() {
    super(AttentionOperators.all(), AttentionSamples.all());
  }
}
