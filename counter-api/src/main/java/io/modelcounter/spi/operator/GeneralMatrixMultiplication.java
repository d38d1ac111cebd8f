package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.GemmOperands;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Gemm (ONNX, Gemm): Y = alpha * A' * B' + beta * C with A' [M, K], B' [K, N] and C broadcast to
 * [M, N].
 *
 * <p>A factor other than 1 is a multiplication per element that it scales; C is a bias addition per
 * output element. The attribute {@code broadcast} of versions 1 and 6 changes neither.
 */
public class GeneralMatrixMultiplication extends NamedOperator {
  private static final int SUMMAND = 2;

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public GeneralMatrixMultiplication(OperatorRange operator) {
    super(operator);
  }

  /**
   * Work on the output that an operator does beyond Gemm.
   *
   * @param call the call
   * @param type element type
   * @param outputs number of output elements
   * @return by default none
   */
  protected Work further(Call call, ElementType type, Size outputs) {
    return Work.NONE;
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    GemmOperands operands = new GemmOperands(call, 0, 1);
    Shape shape = operands.outputShape();
    operands.requireSummand(SUMMAND, shape);
    return List.of(Inferred.tensor(OperandType.of(call), shape));
  }

  @Override
  public final Cost count(Call call) {
    ElementType type = OperandType.of(call);
    GemmOperands operands = new GemmOperands(call, 0, 1);
    MatrixProduct product = operands.product();
    return Cost.of(
        product
            .work(type)
            .plus(operands.scaledSum(type, product.sums(), SUMMAND))
            .plus(further(call, type, product.sums())),
        product.formula());
  }

  @Override
  public final InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }
}
