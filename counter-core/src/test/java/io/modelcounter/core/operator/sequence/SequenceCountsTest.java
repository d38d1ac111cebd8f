package io.modelcounter.core.operator.sequence;

import io.modelcounter.tck.FamilyCounterTck;

class SequenceCountsTest extends FamilyCounterTck {
  SequenceCountsTest() {
    super(SequenceOperators.all(), SequenceSamples.all());
  }
}
