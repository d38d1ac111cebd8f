package io.modelcounter.core.operator.activation;

import io.modelcounter.core.operator.FamilyCounts;

class ActivationCountsTest extends FamilyCounts {
  ActivationCountsTest() {
    super(ActivationOperators.all(), ActivationSamples.all());
  }
}
