package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.tck.FamilyShapeTck;

class GenerationShapesTest extends FamilyShapeTck {
  GenerationShapesTest() {
    super(GenerationOperators.all(), GenerationSamples.all());
  }
}
