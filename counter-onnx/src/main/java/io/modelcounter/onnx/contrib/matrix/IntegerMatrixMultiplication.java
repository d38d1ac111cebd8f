package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.MatrixProduct;

/**
 * MatMulInteger16 (ONNX Runtime, contrib operators): the product of 16-bit matrices as 32-bit
 * integers, unsigned if both matrices are.
 */
final class IntegerMatrixMultiplication extends MatrixMultiplication {

  IntegerMatrixMultiplication() {
    super("MatMulInteger16");
  }

  @Override
  ElementType outputElement(Call call) {
    if (call.element(0) == ElementType.INT16 || call.element(1) == ElementType.INT16) {
      return ElementType.INT32;
    }
    boolean unsigned =
        ElementTypes.isUnsigned(call.element(0)) && ElementTypes.isUnsigned(call.element(1));
    return unsigned ? ElementType.UINT32 : ElementType.UNKNOWN;
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = product(call);
    return Cost.of(product.work(call.element(0)), product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }
}
