package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;

/**
 * MatMulBnb4 (ONNX Runtime, contrib operators; Dettmers and others, "QLoRA", 2023): a weight [N, K]
 * of 4-bit floats in blocks, each with a scale. It is transposed unless {@code transB} is 0.
 */
final class MatMulBnb4 extends PackedMatrixMultiplication {
  private static final int NO_BIAS = 3;

  MatMulBnb4() {
    super("MatMulBnb4", NO_BIAS);
  }

  @Override
  Shape weight(Call call) {
    Size inner = required(call, "K");
    Size columns = required(call, "N");
    return call.attributes().integer("transB", 1) == 0
        ? Shape.of(columns, inner)
        : Shape.of(inner, columns);
  }

  @Override
  boolean hasZeroPoints(Call call) {
    return false;
  }
}
