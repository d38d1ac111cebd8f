package io.modelcounter.core.operator.activation;

import io.modelcounter.tck.FamilyCounterTck;

class ActivationCountsTest extends FamilyCounterTck {
  ActivationCountsTest() {
    super(ActivationOperators.all(), ActivationSamples.all());
  }
}
