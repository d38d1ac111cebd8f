package io.modelcounter.core.operator.normalization;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.support.Dimensions;

/** Channels that an input and its scale share. */
final class Channels {
  private Channels() {}

  /**
   * The input with what its scale says about the channels.
   *
   * @param input dimensions [N, C, D1 … Dn]
   * @param scale dimensions [C], possibly unknown
   * @return the dimensions of the input; axis 1 is that of the scale where that says more
   */
  static Shape agreed(Shape input, Shape scale) {
    return Dimensions.agreed(
        input, 1, scale, () -> "input is " + input + " with other channels than scale " + scale);
  }
}
