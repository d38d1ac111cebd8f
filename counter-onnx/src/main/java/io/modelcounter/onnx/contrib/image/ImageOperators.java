package io.modelcounter.onnx.contrib.image;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.operator.GridSample;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The image family. */
public final class ImageOperators {
  private ImageOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new CropAndResize(), new GridSample(Contrib.operator("GridSample")));
  }
}
