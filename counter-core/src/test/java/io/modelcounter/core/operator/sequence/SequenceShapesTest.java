package io.modelcounter.core.operator.sequence;

import io.modelcounter.core.operator.FamilyShapes;

class SequenceShapesTest extends FamilyShapes {
  SequenceShapesTest() {
    super(SequenceOperators.all(), SequenceSamples.all());
  }
}
