package io.modelcounter.core.operator.sequence;

import io.modelcounter.core.operator.FamilyCounts;

class SequenceCountsTest extends FamilyCounts {
  SequenceCountsTest() {
    super(SequenceOperators.all(), SequenceSamples.all());
  }
}
