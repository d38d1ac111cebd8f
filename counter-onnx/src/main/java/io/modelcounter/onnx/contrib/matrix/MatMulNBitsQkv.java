package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import java.util.List;

/**
 * MatMulNBitsQkv (ONNX Runtime, contrib operators): queries, keys and values as products of one
 * normalized input; output 3 is the sum that was normalized.
 */
final class MatMulNBitsQkv extends PackedProjections {

  MatMulNBitsQkv() {
    super("MatMulNBitsQkv", "Nq", "Nkv", "Nkv");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    Inferred keys = Inferred.tensor(type, output(call, 1));
    return List.of(
        Inferred.tensor(type, output(call, 0)),
        keys,
        keys,
        Inferred.tensor(type, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    MatrixProduct queries = product(call, 0);
    Formula formula =
        Formula.of("rows * K * (Nq + 2 * Nkv)")
            .where("rows", "rows of the input", queries.batch().times(queries.rows()))
            .where("K", "columns of the input", queries.inner())
            .where("Nq", "columns of the weight of the queries", queries.columns())
            .where("Nkv", "columns of the weights of keys and values", product(call, 1).columns());
    return Cost.of(projections(call), formula)
        .assuming(PackedMatrixMultiplication.DEQUANTIZED_ONCE);
  }
}
