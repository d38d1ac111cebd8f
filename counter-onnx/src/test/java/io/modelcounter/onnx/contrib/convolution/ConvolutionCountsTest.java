package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.tck.FamilyCounterTck;

class ConvolutionCountsTest extends FamilyCounterTck {
  ConvolutionCountsTest() {
    super(ConvolutionOperators.all(), ConvolutionSamples.all());
  }
}
