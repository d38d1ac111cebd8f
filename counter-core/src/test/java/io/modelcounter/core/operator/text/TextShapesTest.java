package io.modelcounter.core.operator.text;

import io.modelcounter.core.operator.FamilyShapes;

class TextShapesTest extends FamilyShapes {
  TextShapesTest() {
    super(TextOperators.all(), TextSamples.all());
  }
}
