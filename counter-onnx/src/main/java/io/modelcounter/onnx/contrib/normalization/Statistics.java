package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;

/** Statistics of the rows along the last axis. */
final class Statistics {
  /** The type in which they are computed and given. */
  static final ElementType TYPE = ElementType.FLOAT32;

  private Statistics() {}

  /** Number of rows along the last axis. */
  static Size rows(Shape input) {
    return input.elements(0, Math.max(0, input.rank() - 1));
  }
}
