package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.tck.FamilyCounterTck;

class MixtureCountsTest extends FamilyCounterTck {
  MixtureCountsTest() {
    super(MixtureOperators.all(), MixtureSamples.all());
  }
}
