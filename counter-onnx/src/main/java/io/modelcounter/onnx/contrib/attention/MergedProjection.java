package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Formula;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;

/**
 * The product that gives queries, keys and values from one input: its weight holds the columns of
 * all three.
 *
 * @param positions rows of the input
 * @param inputSize columns of the input
 * @param hidden columns of the queries, and of the keys
 * @param valueHidden columns of the values
 * @param heads number of heads
 */
record MergedProjection(Size positions, Size inputSize, Size hidden, Size valueHidden, long heads) {
  private static final int WEIGHT = 1;

  /**
   * Reads the weight, the attribute {@code num_heads} and, where it is there, {@code
   * qkv_hidden_sizes}.
   *
   * @param call the call
   * @param rank rank that the input must have
   */
  static MergedProjection of(Call call, int rank) {
    Shape input = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    if (input.rank() != rank || weight.rank() != 2) {
      throw new InvalidNodeException(
          "input is " + input + " and weight " + weight + ", expected ranks " + rank + " and 2");
    }
    Size inputSize = Dimensions.agreed(input.dim(-1), weight.dim(0), "input size");
    Size positions = input.elements(0, rank - 1);
    long heads = call.attributes().requiredInteger("num_heads");
    long[] sizes = call.attributes().integers("qkv_hidden_sizes").orElse(new long[0]);
    if (sizes.length == 0) {
      Size hidden = Dimensions.part(weight.dim(1), 3, "equal parts");
      return new MergedProjection(positions, inputSize, hidden, hidden, heads);
    }
    if (sizes.length != 3
        || weight.dim(1).compare(Size.of(sizes[0] + sizes[1] + sizes[2])) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "qkv_hidden_sizes " + Arrays.toString(sizes) + " do not fit weight " + weight);
    }
    return new MergedProjection(positions, inputSize, Size.of(sizes[0]), Size.of(sizes[2]), heads);
  }

  /** Size of a query or key of one head. */
  Size keySize() {
    return Dimensions.part(hidden, heads, "heads");
  }

  /** Size of a value of one head. */
  Size valueSize() {
    return Dimensions.part(valueHidden, heads, "heads");
  }

  /** The product with the merged weight. */
  MatrixProduct product() {
    return new MatrixProduct(Size.ONE, positions, inputSize, hidden.times(2).plus(valueHidden));
  }

  /** The attention over what the projection gives. */
  AttentionProduct attention(Size batch, Size queries, Size keys) {
    return new AttentionProduct(batch, Size.of(heads), queries, keys, keySize(), valueSize());
  }

  /** How the multiply-adds of the projection and of an attention come about. */
  Formula formula(AttentionProduct attention) {
    return Formula.of("positions * input_size * projected_size")
        .where("positions", "positions that are projected", positions)
        .where("input_size", "elements of a position", inputSize)
        .where("projected_size", "elements of query, key and value", product().columns())
        .plus(attention.formula());
  }
}
