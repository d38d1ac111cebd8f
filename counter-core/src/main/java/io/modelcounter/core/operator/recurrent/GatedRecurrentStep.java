package io.modelcounter.core.operator.recurrent;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/**
 * GRUUnit (ONNX 1.4, GRUUnit, an experimental operator that was removed): the hidden state of the
 * next step from the last one and from gates that are already computed.
 *
 * <p>A unit is a sigmoid (negate, exponential, add, divide), a hyperbolic tangent, and H = s * H +
 * (1 - s) * t.
 */
final class GatedRecurrentStep extends NamedOperator {
  private static final ElementWork UNIT =
      ElementWork.SIGMOID
          .and(WorkKind.HYPERBOLIC, 1)
          .and(WorkKind.MULTIPLY, 2)
          .and(WorkKind.ADD, 2);

  GatedRecurrentStep() {
    super("GRUUnit");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    return UNIT.cost(call.element(0), call.outputShape(0).elements())
        .assuming("Every sequence has the full length.");
  }
}
