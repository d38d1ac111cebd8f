package io.modelcounter.onnx.contrib.image;

import io.modelcounter.tck.FamilyCounterTck;

class ImageCountsTest extends FamilyCounterTck {
  ImageCountsTest() {
    super(ImageOperators.all(), ImageSamples.all());
  }

  @Override
  protected boolean isProportionalToBatch() {
    return false;
  }
}
