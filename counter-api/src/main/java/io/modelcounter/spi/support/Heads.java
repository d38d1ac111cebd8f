package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * A tensor of queries, keys or values seen by heads: [batch, heads, positions, size], or packed as
 * [batch, positions, heads * size].
 *
 * @param batch number of sequences
 * @param heads number of heads
 * @param positions positions of a sequence
 * @param size elements of a head at one position
 * @param packed whether the heads of a position stand together on the last axis
 */
public record Heads(Size batch, Size heads, Size positions, Size size, boolean packed) {

  /**
   * Reads an input of rank 3 or 4.
   *
   * @param call the call
   * @param input position of the input
   * @param attribute name of the attribute with the number of heads, for rank 3
   * @return the heads
   * @throws InvalidNodeException if the rank is another one or the last axis does not divide
   */
  public static Heads of(Call call, int input, String attribute) {
    Shape shape = call.shape(input);
    return switch (shape.rank()) {
      case 3 -> packed(shape, call.attributes().requiredInteger(attribute));
      case 4 -> new Heads(shape.dim(0), shape.dim(1), shape.dim(2), shape.dim(3), false);
      default ->
          throw new InvalidNodeException(
              "input " + input + " is " + shape + ", expected rank 3 or 4");
    };
  }

  /**
   * Sees [batch, positions, heads * size] by heads.
   *
   * @param shape shape of rank 3
   * @param heads number of heads
   * @return the heads
   * @throws InvalidNodeException if there are no heads or the last axis does not divide by them
   */
  public static Heads packed(Shape shape, long heads) {
    return new Heads(
        shape.dim(0),
        Size.of(heads),
        shape.dim(1),
        Dimensions.part(shape.dim(2), heads, "heads"),
        true);
  }
}
