package io.modelcounter.core.operator.text;

import io.modelcounter.tck.FamilyCounterTck;

class TextCountsTest extends FamilyCounterTck {
  TextCountsTest() {
    super(TextOperators.all(), TextSamples.all());
  }
}
