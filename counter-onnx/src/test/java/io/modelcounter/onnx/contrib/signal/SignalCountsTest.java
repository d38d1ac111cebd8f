package io.modelcounter.onnx.contrib.signal;

import io.modelcounter.tck.FamilyCounterTck;

class SignalCountsTest extends FamilyCounterTck {
  SignalCountsTest() {
    super(SignalOperators.all(), SignalSamples.all());
  }
}
