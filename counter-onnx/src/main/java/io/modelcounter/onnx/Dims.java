package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import java.util.Arrays;

/** Checks dimensions that are numbers. */
final class Dims {
  private Dims() {}

  /** Refuses a rank above the limit. */
  static void checkRank(WireReader wire, long rank) {
    if (rank > Limits.RANK) {
      throw wire.fail(
          "E0409", "a tensor has " + rank + " dimensions or more, the limit is " + Limits.RANK);
    }
  }

  /**
   * Number of elements.
   *
   * @param wire where the dimensions were read
   * @param name name of the tensor, for the message
   * @param dims dimensions
   * @return their product
   * @throws ModelException E0313 if one is negative or the product does not fit a long
   */
  static long elements(WireReader wire, String name, long[] dims) {
    boolean empty = false;
    for (long dim : dims) {
      if (dim < 0) {
        throw negative(wire, name, dim);
      }
      empty |= dim == 0;
    }
    if (empty) {
      return 0;
    }
    long count = 1;
    for (long dim : dims) {
      if (dim > Long.MAX_VALUE / count) {
        throw wire.fail(
            "E0313",
            "the tensor \""
                + name
                + "\" of shape "
                + Arrays.toString(dims)
                + " has 2^63 elements"
                + " or more");
      }
      count *= dim;
    }
    return count;
  }

  /** The exception for a negative dimension. */
  static ModelException negative(WireReader wire, String name, long dim) {
    return wire.fail("E0313", "the tensor \"" + name + "\" has a dimension of " + dim);
  }
}
