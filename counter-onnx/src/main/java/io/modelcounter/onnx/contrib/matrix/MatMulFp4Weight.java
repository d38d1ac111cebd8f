package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;

/**
 * MatMulBlockQuantizedFp4Weight (ONNX Runtime, contrib operators): a weight [N, K] of 4-bit floats,
 * two a byte. The scale of a block is multiplied by the one of the whole weight first.
 */
final class MatMulFp4Weight extends PackedMatrixMultiplication {
  private static final int WEIGHT = 1;
  private static final int BLOCK_SCALES = 2;
  private static final int ELEMENTS_OF_A_BYTE = 2;

  MatMulFp4Weight() {
    super("MatMulBlockQuantizedFp4Weight", 5);
  }

  @Override
  Shape weight(Call call) {
    Shape stored = call.shape(WEIGHT, 2);
    return Shape.of(stored.dim(1).times(ELEMENTS_OF_A_BYTE), stored.dim(0));
  }

  @Override
  boolean hasZeroPoints(Call call) {
    return false;
  }

  @Override
  Work further(Call call, ElementType type) {
    return Work.of(WorkKind.MULTIPLY, type, call.shape(BLOCK_SCALES).elements());
  }
}
