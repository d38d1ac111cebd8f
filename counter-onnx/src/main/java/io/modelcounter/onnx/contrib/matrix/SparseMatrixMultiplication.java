package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.GemmOperands;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/**
 * SparseToDenseMatMul (ONNX Runtime, contrib operators): Y = alpha * A' * B' with a sparse A'.
 *
 * <p>How many elements of A are stored is data: at least none, at most all, which makes the
 * multiply-adds of a dense product. An alpha other than 1 is a multiplication per output element.
 */
final class SparseMatrixMultiplication extends NamedOperator {

  SparseMatrixMultiplication() {
    super(Contrib.operator("SparseToDenseMatMul"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(1), new GemmOperands(call, 0, 1).outputShape()));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(1), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    GemmOperands operands = new GemmOperands(call, 0, 1);
    MatrixProduct product = operands.product();
    ElementType type = call.element(1);
    Work scaling = operands.scaling(type, product.sums());
    return Cost.between(
        scaling,
        scaling.plus(product.work(type)),
        product.formula(),
        "how many elements of the sparse matrix are stored is not known");
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.PARAMETER;
  }
}
