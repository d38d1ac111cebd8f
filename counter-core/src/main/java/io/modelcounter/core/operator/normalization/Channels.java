package io.modelcounter.core.operator.normalization;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.symbolic.Size;

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
    if (!scale.hasRank() || scale.rank() != 1) {
      return input;
    }
    Size channels =
        Dimensions.agreed(
            input.dim(1),
            scale.dim(0),
            () -> "input is " + input + " with other channels than scale " + scale);
    return channels.equals(input.dim(1)) ? input : input.withDim(1, channels);
  }
}
