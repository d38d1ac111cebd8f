package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.Quantization;

/**
 * MatMulIntegerToFloat (ONNX Runtime, contrib operators): the product of 8-bit matrices, brought to
 * real numbers by the scales of both.
 *
 * <p>A zero point is a subtraction per element of its operand; a sum of products is converted and
 * multiplied by the combined scale; a bias is an addition per output element.
 */
final class ScaledIntegerMatrixMultiplication extends MatrixMultiplication {
  private static final int SCALE = 2;
  private static final int ZERO_POINT = 4;
  private static final int BIAS = 6;

  ScaledIntegerMatrixMultiplication() {
    super("MatMulIntegerToFloat");
  }

  @Override
  ElementType outputElement(Call call) {
    return call.element(SCALE);
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = product(call);
    ElementType type = call.element(SCALE);
    Work work =
        product
            .work(call.element(0))
            .plus(Quantization.scaleSums(type, product.sums()))
            .plus(BiasWork.of(call, BIAS, type, product.sums()));
    for (int operand = 0; operand < 2; operand++) {
      if (call.hasInput(ZERO_POINT + operand)) {
        work = work.plus(Quantization.shifts(call, operand));
      }
    }
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input < 2 || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
