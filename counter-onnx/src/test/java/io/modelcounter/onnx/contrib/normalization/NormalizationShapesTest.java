package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.tck.FamilyShapeTck;

class NormalizationShapesTest extends FamilyShapeTck {
  NormalizationShapesTest() {
    super(NormalizationOperators.all(), NormalizationSamples.all());
  }
}
