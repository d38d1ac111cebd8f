package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.symbolic.Size;

/**
 * The cache of keys that an attention may have, [… positions, size].
 *
 * @param input position of the cache
 * @param rank its rank
 * @param lengthInput position of the number of keys in it, for a cache that is a longer buffer
 */
record KeyCache(int input, int rank, int lengthInput) {

  /**
   * Keys that a query meets.
   *
   * @param call the call
   * @param shared whether past and present keys share one buffer
   * @param added number of keys beside those of the cache
   */
  KeyRange keys(Call call, boolean shared, Size added) {
    if (!call.hasInput(input)) {
      return KeyRange.exactly(added);
    }
    Size length = length(call.shape(input));
    return shared
        ? KeyRange.inBuffer(Dimensions.given(call, lengthInput), added, length)
        : KeyRange.exactly(length.plus(added));
  }

  /**
   * Keys that a query meets, as a size of an output.
   *
   * @param output position of the output
   */
  Size keys(Call call, boolean shared, Size added, int output) {
    return isUnknown(call)
        ? unknownLength(call, output)
        : keys(call, shared, added).asSize(call, output, "keys");
  }

  /** Length of the cache that the call gives back as output 1. */
  Size present(Call call, boolean shared, Size added) {
    if (!call.hasInput(input)) {
      return added;
    }
    if (isUnknown(call)) {
      return unknownLength(call, 1);
    }
    Size length = length(call.shape(input));
    return shared ? length : length.plus(added);
  }

  private boolean isUnknown(Call call) {
    return call.hasInput(input) && !call.shapeIfKnown(input).hasRank();
  }

  private Size unknownLength(Call call, int output) {
    Shape past = call.shapeIfKnown(input);
    return call.freshSize(output, "keys", past.unknownReason().orElse("the cache is not known"));
  }

  private Size length(Shape past) {
    if (past.rank() != rank) {
      throw new InvalidNodeException("the cache is " + past + ", expected rank " + rank);
    }
    return past.dim(-2);
  }
}
