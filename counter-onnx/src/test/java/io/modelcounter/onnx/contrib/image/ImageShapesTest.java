package io.modelcounter.onnx.contrib.image;

import io.modelcounter.tck.FamilyShapeTck;

class ImageShapesTest extends FamilyShapeTck {
  ImageShapesTest() {
    super(ImageOperators.all(), ImageSamples.all());
  }
}
