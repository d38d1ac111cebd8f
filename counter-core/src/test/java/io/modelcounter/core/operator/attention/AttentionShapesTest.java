package io.modelcounter.core.operator.attention;

import io.modelcounter.tck.FamilyShapeTck;

class AttentionShapesTest extends FamilyShapeTck {
  AttentionShapesTest() {
    super(AttentionOperators.all(), AttentionSamples.all());
  }
}
