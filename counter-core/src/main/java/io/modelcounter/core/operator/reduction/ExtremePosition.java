package io.modelcounter.core.operator.reduction;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import java.util.List;

/**
 * ArgMax and ArgMin (ONNX): the index along an axis of the greatest or least element, as int64.
 *
 * <p>{@code n - 1} comparisons for every n elements along the axis.
 */
final class ExtremePosition extends NamedOperator {

  ExtremePosition() {
    super("ArgMax", "ArgMin");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    int[] axes = {axis(call, input)};
    return List.of(
        Inferred.tensor(
            ElementType.INT64, ReducedAxes.without(input, axes, ReducedAxes.keepsAxes(call))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.INT64, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    Rows rows = Rows.along(input, axis(call, input));
    return Cost.of(
        Work.of(WorkKind.COMPARE, call.element(0), rows.combinations()),
        Formula.of("rows * (n - 1)")
            .where("rows", "rows that are searched", rows.count())
            .where("n", "elements of a row", rows.length()));
  }

  private static int axis(Call call, Shape input) {
    return Axes.normalize(call.attributes().integer("axis", 0), input.rank());
  }
}
