package io.modelcounter.core.operator.sequence;

import io.modelcounter.tck.FamilyShapeTck;

class SequenceShapesTest extends FamilyShapeTck {
  SequenceShapesTest() {
    super(SequenceOperators.all(), SequenceSamples.all());
  }
}
