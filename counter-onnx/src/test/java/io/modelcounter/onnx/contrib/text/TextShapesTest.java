package io.modelcounter.onnx.contrib.text;

import io.modelcounter.tck.FamilyShapeTck;

class TextShapesTest extends FamilyShapeTck {
  TextShapesTest() {
    super(TextOperators.all(), TextSamples.all());
  }
}
