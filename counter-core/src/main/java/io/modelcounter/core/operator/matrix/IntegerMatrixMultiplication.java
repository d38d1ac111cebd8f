package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import java.util.List;

/**
 * MatMulInteger (ONNX, MatMulInteger): the product of 8-bit matrices as 32-bit integers.
 *
 * <p>A zero point is a subtraction per element of its operand.
 */
final class IntegerMatrixMultiplication extends NamedOperator {

  IntegerMatrixMultiplication() {
    super("MatMulInteger");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(call.shape(0), call.shape(1));
    return List.of(Inferred.tensor(ElementType.INT32, shape));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.INT32, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = MatrixProduct.of(call.shape(0), call.shape(1));
    Work work = product.work(call.element(0));
    for (int operand = 0; operand < 2; operand++) {
      if (call.hasInput(operand + 2)) {
        work = work.plus(Quantization.shifts(call, operand));
      }
    }
    return Cost.of(work, product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input < 2 ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
