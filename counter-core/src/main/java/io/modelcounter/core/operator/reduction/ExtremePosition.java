package io.modelcounter.core.operator.reduction;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import java.util.List;
import java.util.Optional;

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
    int axis = axis(call, input);
    Shape shape = Axes.reduced(input, new int[] {axis}, ReducedAxes.keepsAxes(call));
    Inferred output = Inferred.tensor(ElementType.INT64, shape);
    Optional<long[]> dims = Elements.followedDims(shape);
    return List.of(
        dims.isPresent() && call.input(0).mayHaveValue()
            ? output.withValue(() -> places(call, axis).map(value -> value.reshaped(dims.get())))
            : output);
  }

  private static Optional<TensorValue> places(Call call, int axis) {
    boolean largest = call.operator().name().equals("ArgMax");
    boolean last = call.attributes().integer("select_last_index", 0) != 0;
    return call.value(0)
        .filter(value -> value.dims()[axis] > 0)
        .flatMap(value -> new RankedPlaces(value, axis, largest, last).first(1));
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
