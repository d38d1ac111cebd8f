package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LpNormalization (ONNX, LpNormalization): every element is divided by the norm of its row along
 * one axis.
 *
 * <p>Per element: square or absolute value, sum, and division; per row: the root if p is 2, less
 * one addition for the sum.
 */
final class LpNormalization extends NamedOperator {

  LpNormalization() {
    super("LpNormalization");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    axis(call, input);
    return List.of(Inferred.tensor(call.element(0), input));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    int axis = axis(call, input);
    Size rows = input.elements(0, axis).times(input.elements(axis + 1, input.rank()));
    ElementType type = call.element(0);
    NormalizationWork work = new NormalizationWork(input.elements(), rows);
    long p = call.attributes().integer("p", 2);
    if (p == 1) {
      work.each(WorkKind.NEGATE, type).sum(type);
    } else if (p == 2) {
      work.each(WorkKind.MULTIPLY, type).sum(type).group(WorkKind.SQRT, type);
    } else {
      throw new InvalidNodeException("p is " + p + ", expected 1 or 2");
    }
    return work.each(WorkKind.DIVIDE, type).cost();
  }

  private static int axis(Call call, Shape input) {
    return Axes.normalize(call.attributes().integer("axis", -1), input.rank());
  }
}
