package io.modelcounter.core.operator.reduction;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * CumSum and CumProd (ONNX): every element becomes the sum or product of those before it along an
 * axis, itself included unless {@code exclusive}.
 *
 * <p>{@code n - 1} additions or multiplications for every n elements along the axis; {@code n - 2}
 * if it is exclusive, because nobody asks for the last sum.
 */
final class Cumulation extends NamedOperator {
  private final WorkKind kind;
  private final ReducedValue value;

  Cumulation(String name, WorkKind kind, ReducedValue value) {
    super(name);
    this.kind = kind;
    this.value = value;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred input = call.input(0);
    Inferred output = Inferred.tensor(call.element(0), call.shapeIfKnown(0));
    if (!input.mayHaveValue()) {
      return List.of(output);
    }
    return List.of(
        output.withValue(
            () ->
                input
                    .value()
                    .flatMap(known -> axis(call, known.rank()).map(a -> run(call, known, a)))));
  }

  @Override
  public Cost count(Call call) {
    Shape shape = call.shape(0);
    ElementType type = call.element(0);
    Optional<Integer> axis = axis(call, shape.rank());
    if (axis.isEmpty()) {
      return Cost.between(
          Work.NONE,
          Work.of(kind, type, shape.elements()),
          Formula.of("elements").where("elements", "elements of the input", shape.elements()),
          "the axis is computed at run time");
    }
    Rows rows = Rows.along(shape, axis.get());
    Rows summed = isExclusive(call) ? new Rows(rows.count(), rows.length().minus(Size.ONE)) : rows;
    return Cost.of(
        Work.of(kind, type, summed.combinations()),
        Formula.of(isExclusive(call) ? "rows * (n - 2)" : "rows * (n - 1)")
            .where("rows", "rows along the axis", rows.count())
            .where("n", "elements of a row", rows.length()));
  }

  private static boolean isExclusive(Call call) {
    return call.attributes().integer("exclusive", 0) != 0;
  }

  private static Optional<Integer> axis(Call call, int rank) {
    return call.value(1)
        .flatMap(TensorValue::asLongs)
        .filter(values -> values.length == 1)
        .map(values -> Axes.normalize(values[0], rank));
  }

  private TensorValue run(Call call, TensorValue known, int axis) {
    ElementType type = known.elementType();
    boolean exclusive = isExclusive(call);
    boolean reverse = call.attributes().integer("reverse", 0) != 0;
    long[] dims = known.dims();
    int length = (int) dims[axis];
    int stride = 1;
    for (int i = axis + 1; i < dims.length; i++) {
      stride *= (int) dims[i];
    }
    Scalar[] results = new Scalar[known.size()];
    for (int first = 0; first < results.length; first++) {
      if (first / stride % length == 0) {
        Scalar sum = value.initial(type);
        for (int k = 0; k < length; k++) {
          int position = first + (reverse ? length - 1 - k : k) * stride;
          Scalar next = value.combine(type, sum, known.at(position));
          results[position] = exclusive ? sum : next;
          sum = next;
        }
      }
    }
    return TensorValue.of(type, dims, Arrays.asList(results));
  }
}
