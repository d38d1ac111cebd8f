package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import java.util.List;

/**
 * QLinearMatMul (ONNX, QLinearMatMul): the product of quantized matrices a (input 0) and b (input
 * 3), quantized again.
 *
 * <p>Beside the product there is a subtraction of the zero point per element of either operand, and
 * the requantization of each output element: multiplied with the combined scale, rounded, shifted
 * by the zero point and bounded by two comparisons.
 */
final class QuantizedMatrixMultiplication extends NamedOperator {
  private static final int LEFT = 0;
  private static final int LEFT_SCALE = 1;
  private static final int RIGHT = 3;
  private static final int OUTPUT_ZERO_POINT = 7;

  QuantizedMatrixMultiplication() {
    super("QLinearMatMul");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(call.shape(LEFT), call.shape(RIGHT));
    return List.of(Inferred.tensor(call.element(OUTPUT_ZERO_POINT), shape));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(OUTPUT_ZERO_POINT), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = MatrixProduct.of(call.shape(LEFT), call.shape(RIGHT));
    Work work =
        product
            .work(call.element(LEFT))
            .plus(Quantization.shifts(call, LEFT, RIGHT))
            .plus(
                Quantization.requantize(
                    call.element(LEFT_SCALE), call.outputElement(0), product.sums()));
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == LEFT || input == RIGHT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
