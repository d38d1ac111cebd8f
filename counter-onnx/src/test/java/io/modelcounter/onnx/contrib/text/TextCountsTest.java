package io.modelcounter.onnx.contrib.text;

import io.modelcounter.tck.FamilyCounterTck;

class TextCountsTest extends FamilyCounterTck {
  TextCountsTest() {
    super(TextOperators.all(), TextSamples.all());
  }
}
