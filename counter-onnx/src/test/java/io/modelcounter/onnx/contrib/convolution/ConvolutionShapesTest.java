package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.tck.FamilyShapeTck;

class ConvolutionShapesTest extends FamilyShapeTck {
  ConvolutionShapesTest() {
    super(ConvolutionOperators.all(), ConvolutionSamples.all());
  }
}
