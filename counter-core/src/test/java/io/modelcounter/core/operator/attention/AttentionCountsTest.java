package io.modelcounter.core.operator.attention;

import io.modelcounter.core.operator.FamilyCounts;

class AttentionCountsTest extends FamilyCounts {
  AttentionCountsTest() {
    super(AttentionOperators.all(), AttentionSamples.all());
  }
}
