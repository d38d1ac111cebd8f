package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;

/**
 * MatMulNBits (ONNX Runtime, contrib operators): a weight of few bits an element in blocks of K,
 * each with a scale and a zero point, which is half the range if it is not given. Blocks are padded
 * to full length; the padding is no weight.
 */
final class MatMulNBits extends PackedMatrixMultiplication {

  MatMulNBits() {
    super("MatMulNBits", 5);
  }

  @Override
  Shape weight(Call call) {
    return Shape.of(required(call, "K"), required(call, "N"));
  }

  @Override
  boolean hasZeroPoints(Call call) {
    return true;
  }
}
