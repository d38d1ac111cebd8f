package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.OperandType;

/**
 * GemmFastGelu (ONNX Runtime, contrib operators): MatMul, a bias if there is one, and the Gelu that
 * goes by a hyperbolic tangent, per output element.
 */
final class GemmFastGelu extends MatrixMultiplication {
  private static final int BIAS = 2;

  GemmFastGelu() {
    super("GemmFastGelu");
  }

  @Override
  ElementType outputElement(Call call) {
    return OperandType.of(call);
  }

  @Override
  public Cost count(Call call) {
    ElementType type = OperandType.of(call);
    MatrixProduct product = product(call);
    return Cost.of(
        product
            .work(type)
            .plus(BiasWork.of(call, BIAS, type, product.sums()))
            .plus(Activations.TANH_GELU.times(type, product.sums())),
        product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }
}
