package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** Sample operator: X [batch, n] and W [m, n] and an optional bias [m] give Y [batch, m]. */
final class Dense implements ShapeRule, LayerCounter {
  static final TestCall CALL =
      TestCall.of("test", "Dense", 1).input("float32[batch, 4]").stored("float32[3, 4]");

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.of("test", "Dense"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0, 2);
    Shape weight = call.shape(1, 2);
    if (input.dim(1).compare(weight.dim(1)) == Comparison.DIFFERENT) {
      throw new InvalidNodeException("input " + input + " does not fit weight " + weight);
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(input.dim(0), weight.dim(0))));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = call.element(0);
    Size outputs = call.outputShape(0).elements();
    Size inputs = call.shape(1, 2).dim(1);
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, outputs.times(inputs));
    if (call.hasInput(2)) {
      work = work.and(WorkKind.BIAS_ADD, type, outputs);
    }
    Formula formula =
        Formula.of("M * N").where("M", "outputs", outputs).where("N", "inputs", inputs);
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.CONSTANT : InputRole.PARAMETER;
  }
}
