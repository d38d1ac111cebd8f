package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * Sequences whose padding was removed: their number and the length that they had with it.
 *
 * @param batch number of sequences
 * @param length positions of a sequence with padding
 */
record PackedSequences(Size batch, Size length) {
  /** What is assumed of their lengths. */
  static final String FULL_LENGTH =
      "The attention counts every sequence as long as it was with padding.";

  /**
   * Reads them from the offsets of the positions, [batch, length].
   *
   * @param call the call
   * @param offsets position of the offsets
   */
  static PackedSequences of(Call call, int offsets) {
    Shape shape = call.shape(offsets);
    if (shape.rank() != 2) {
      throw new InvalidNodeException(
          "input " + offsets + " is " + shape + ", expected [batch, length]");
    }
    return new PackedSequences(shape.dim(0), shape.dim(1));
  }
}
