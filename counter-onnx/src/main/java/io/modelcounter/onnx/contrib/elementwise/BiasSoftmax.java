package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import java.util.List;

/**
 * BiasSoftmax (com.microsoft, BiasSoftmax): the softmax of the data and a bias that stretches to
 * them, over rows of all elements from the axis on.
 *
 * <p>An element takes one addition more than in a softmax.
 */
final class BiasSoftmax extends NamedOperator {
  /** Version of the standard Softmax whose rows hold all elements from the axis on. */
  private static final int SOFTMAX = 1;

  BiasSoftmax() {
    super(Contrib.operator("BiasSoftmax"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Rows rows = SoftmaxWork.rows(call.outputShape(0), call.attributes(), SOFTMAX);
    ElementType type = call.element(0);
    Formula formula =
        Formula.of("rows * (4 * n + 2 * (n - 1))")
            .where("rows", "rows that are normalized", rows.count())
            .where("n", "elements of a row", rows.length());
    return Cost.of(
        SoftmaxWork.softmax(type, rows).and(WorkKind.ADD, type, rows.elements()), formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 1 ? InputRole.OPERAND : InputRole.CONSTANT;
  }
}
