package io.modelcounter.core.operator.sequence;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import java.util.List;

/** An operator that passes tensors on by reference: nothing is computed and no byte moves. */
abstract class ReferenceOperator implements Operator {
  private static final Cost FREE = Cost.free("the tensors are only passed on");

  private final List<OperatorRange> operators;

  ReferenceOperator(String name) {
    operators = List.of(OperatorRange.onnx(name));
  }

  @Override
  public final List<OperatorRange> operators() {
    return operators;
  }

  @Override
  public Cost count(Call call) {
    return FREE;
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.unknown(reason));
  }
}
