package io.modelcounter.core.operator.text;

import io.modelcounter.core.operator.FamilyCounts;

class TextCountsTest extends FamilyCounts {
  TextCountsTest() {
    super(TextOperators.all(), TextSamples.all());
  }
}
