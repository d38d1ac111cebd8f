package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.Quantization;

/**
 * QOrderedMatMul (ONNX Runtime, contrib operators): Y = alpha * A * B + bias + beta * C of int8
 * matrices without zero points, where the scales make alpha and beta; B is input 2, and the layouts
 * of a device change no size.
 *
 * <p>The sums of products are requantized; a bias is an addition, C a multiplication and an
 * addition per output element.
 */
final class OrderedMatrixMultiplication extends MatrixMultiplication {
  private static final int SCALE = 1;
  private static final int RIGHT = 2;
  private static final int BIAS = 5;
  private static final int SUMMAND = 6;

  OrderedMatrixMultiplication() {
    super("QOrderedMatMul");
  }

  @Override
  Shape right(Call call) {
    return call.shape(RIGHT);
  }

  @Override
  ElementType outputElement(Call call) {
    return call.element(0);
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = product(call);
    ElementType type = call.element(SCALE);
    Work work =
        product
            .work(call.element(0))
            .plus(Quantization.requantize(type, call.element(0), product.sums(), false))
            .plus(BiasWork.of(call, BIAS, type, product.sums()));
    if (call.hasInput(SUMMAND)) {
      work =
          work.and(WorkKind.MULTIPLY, type, product.sums()).and(WorkKind.ADD, type, product.sums());
    }
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 || input == RIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
