package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;

/**
 * MatMulBlockQuantizedFp8Weight (ONNX Runtime, contrib operators): a weight [N, K] of 8-bit floats
 * with a scale a block. If A has a scale (input 3), its elements are quantized to 8-bit floats and
 * dequantized before they are multiplied.
 */
final class MatMulFp8Weight extends PackedMatrixMultiplication {
  private static final int WEIGHT = 1;
  private static final int INPUT_SCALE = 3;

  MatMulFp8Weight() {
    super("MatMulBlockQuantizedFp8Weight", 4);
  }

  @Override
  Shape weight(Call call) {
    Shape stored = call.shape(WEIGHT, 2);
    return Shape.of(stored.dim(1), stored.dim(0));
  }

  @Override
  boolean hasZeroPoints(Call call) {
    return false;
  }

  @Override
  Work further(Call call, ElementType type) {
    if (!call.hasInput(INPUT_SCALE)) {
      return Work.NONE;
    }
    Size elements = call.shape(0).elements();
    return Quantization.quantize(type, ElementType.FLOAT8E4M3FN, elements, false)
        .plus(Quantization.dequantize(type, elements, false));
  }
}
