package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.tck.FamilyCounterTck;

class RecurrentCountsTest extends FamilyCounterTck {
  RecurrentCountsTest() {
    super(RecurrentOperators.all(), RecurrentSamples.all());
  }
}
