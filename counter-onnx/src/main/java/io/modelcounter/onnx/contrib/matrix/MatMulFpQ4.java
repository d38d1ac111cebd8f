package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * MatMulFpQ4 (ONNX Runtime, contrib operators): a weight of 4-bit integers in a blob that holds the
 * scales too, and offsets if {@code blk_quant_type} is 1. Input 2 holds its dimensions [K, N].
 */
final class MatMulFpQ4 extends PackedMatrixMultiplication {
  private static final int DIMENSIONS = 2;
  private static final int NO_BIAS = 3;
  private static final long WITH_OFFSET = 1;

  MatMulFpQ4() {
    super("MatMulFpQ4", NO_BIAS);
  }

  @Override
  Shape weight(Call call) {
    Optional<List<Size>> sizes = call.sizes(DIMENSIONS);
    if (sizes.isEmpty()) {
      return Shape.of(
          call.shape(0).dim(-1),
          call.freshSize(0, "columns", "the elements of B_shape are not known"));
    }
    if (sizes.get().size() != 2) {
      throw new InvalidNodeException("B_shape is " + sizes.get() + ", expected two sizes");
    }
    return Shape.of(sizes.get());
  }

  @Override
  boolean hasZeroPoints(Call call) {
    return call.attributes().integer("blk_quant_type", WITH_OFFSET) == WITH_OFFSET;
  }
}
