package io.modelcounter.core.operator.attention;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * A tensor of queries, keys or values seen by heads: [batch, heads, positions, size], or packed as
 * [batch, positions, heads * size].
 */
record Heads(Size batch, Size heads, Size positions, Size size, boolean packed) {

  /**
   * Reads an input of rank 3 or 4.
   *
   * @param attribute name of the attribute with the number of heads, for rank 3
   */
  static Heads of(Call call, int input, String attribute) {
    Shape shape = call.shape(input);
    return switch (shape.rank()) {
      case 3 -> packed(shape, call.attributes().requiredInteger(attribute));
      case 4 -> new Heads(shape.dim(0), shape.dim(1), shape.dim(2), shape.dim(3), false);
      default ->
          throw new InvalidNodeException(
              "input " + input + " is " + shape + ", expected rank 3 or 4");
    };
  }

  /** Sees [batch, positions, heads * size] by heads. */
  static Heads packed(Shape shape, long heads) {
    if (heads < 1) {
      throw new InvalidNodeException("the number of heads is " + heads + ", expected at least 1");
    }
    Size count = Size.of(heads);
    Size hidden = shape.dim(2);
    if (hidden.isConstant() && !hidden.mod(count).isZero()) {
      throw new InvalidNodeException(
          "the last axis of " + shape + " does not divide by " + heads + " heads");
    }
    Size size = hidden.divideExactly(count).orElseGet(() -> hidden.floorDiv(count));
    return new Heads(shape.dim(0), count, shape.dim(1), size, true);
  }
}
