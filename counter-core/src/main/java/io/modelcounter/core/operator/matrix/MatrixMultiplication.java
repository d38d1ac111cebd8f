package io.modelcounter.core.operator.matrix;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.MatrixProduct;
import java.util.List;

/** MatMul (ONNX, MatMul): A [..., M, K] and B [..., K, N] give Y [..., M, N]. */
final class MatrixMultiplication implements Operator {

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("MatMul"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = MatrixProduct.outputShape(call.shape(0), call.shape(1));
    return List.of(Inferred.tensor(Operands.element(call), shape));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(Operands.element(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct product = MatrixProduct.of(call.shape(0), call.shape(1));
    return Cost.of(product.work(Operands.element(call)), product.formula());
  }

  /**
   * A weight, unless it is a stack of columns or rows that is only multiplied with single numbers:
   * that is how a table of rotary frequencies meets the positions.
   */
  @Override
  public InputRole role(Call call, int input) {
    Shape stored = call.shapeIfKnown(input);
    boolean isOuterProduct =
        stored.hasRank() && stored.rank() > 2 && stored.dim(input == 0 ? -1 : -2).isOne();
    return isOuterProduct ? InputRole.CONSTANT : InputRole.PARAMETER;
  }
}
