package io.modelcounter.onnx.contrib.image;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class ImageSamples {
  private ImageSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static TestCall crop() {
    return call("CropAndResize")
        .input("float32[batch, 3, 32, 32]")
        .input("float32[regions, 4]")
        .input("int32[regions]");
  }

  static List<TestCall> all() {
    return List.of(
        crop().value(7, 5),
        crop().input("int32[2]").attribute("mode", "nearest"),
        call("GridSample")
            .input("float32[batch, 3, 8, 8]")
            .input("float32[batch, 4, 5, 2]")
            .attribute("mode", "bicubic"));
  }
}
