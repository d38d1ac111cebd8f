package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.ScalarLogic;
import java.util.List;

/**
 * Where (ONNX, Where): a condition chooses between X and Y; all three broadcast.
 *
 * <p>One choice an output element.
 */
final class Where extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.SELECT);

  Where() {
    super("Where");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        ElementwiseValues.ofAny(
            List.of(call.input(0), call.input(1), call.input(2)),
            OperandType.from(call, 1),
            Operands.shape(call),
            x -> ScalarLogic.select(x.get(0), x.get(1), x.get(2))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(OperandType.from(call, 1), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.outputElement(0), call.outputShape(0).elements());
  }
}
