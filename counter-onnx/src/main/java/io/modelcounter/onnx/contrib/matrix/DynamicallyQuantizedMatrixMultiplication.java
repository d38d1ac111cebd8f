package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;

/**
 * DynamicQuantizeMatMul (ONNX Runtime, contrib operators): A is quantized when it runs, multiplied
 * with an 8-bit B, and the product brought to real numbers by the scales of both.
 *
 * <p>The work of DynamicQuantizeLinear on A; 8-bit multiply-adds; a subtraction of the zero point
 * per element of A, and of B if it has one; a sum of products is converted and multiplied by the
 * combined scale; a bias is an addition per output element.
 */
final class DynamicallyQuantizedMatrixMultiplication extends MatrixMultiplication {
  private static final int WEIGHT = 1;
  private static final int WEIGHT_ZERO_POINT = 3;
  private static final int BIAS = 4;
  private static final ElementType QUANTIZED = ElementType.UINT8;

  DynamicallyQuantizedMatrixMultiplication() {
    super("DynamicQuantizeMatMul");
  }

  @Override
  ElementType outputElement(Call call) {
    return call.element(0);
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = product(call);
    ElementType type = call.element(0);
    Size elements = call.shape(0).elements();
    Work work =
        Quantization.quantizeDynamically(type, elements, Size.ONE)
            .and(WorkKind.ADD, QUANTIZED, elements)
            .plus(product.work(QUANTIZED))
            .plus(Quantization.scaleSums(type, product.sums()))
            .plus(BiasWork.of(call, BIAS, type, product.sums()));
    if (call.hasInput(WEIGHT_ZERO_POINT)) {
      work = work.plus(Quantization.shifts(call, WEIGHT));
    }
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
