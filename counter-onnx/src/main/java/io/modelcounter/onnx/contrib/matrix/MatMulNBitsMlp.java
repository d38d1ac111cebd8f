package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.FusedActivation;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import java.util.List;

/**
 * MatMulNBitsMlp (ONNX Runtime, contrib operators): Y = activation(gate) * up, where gate and up
 * are products of one input; output 1 is the sum that was normalized.
 *
 * <p>Beyond the products an output element takes the activation function and a multiplication.
 */
final class MatMulNBitsMlp extends PackedProjections {

  MatMulNBitsMlp() {
    super("MatMulNBitsMlp", "N", "N");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    return List.of(
        Inferred.tensor(type, output(call, 0)), Inferred.tensor(type, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = call.element(0);
    MatrixProduct product = product(call, 0);
    Work work =
        projections(call)
            .plus(FusedActivation.work(call.attributes(), type, product.sums()))
            .and(WorkKind.MULTIPLY, type, product.sums());
    Formula formula =
        Formula.of("2 * rows * K * N")
            .where("rows", "rows of the input", product.batch().times(product.rows()))
            .where("K", "columns of the input", product.inner())
            .where("N", "columns of either weight", product.columns());
    return Cost.of(work, formula).assuming(PackedMatrixMultiplication.DEQUANTIZED_ONCE);
  }
}
