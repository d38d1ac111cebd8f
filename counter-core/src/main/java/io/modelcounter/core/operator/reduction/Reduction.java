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
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reduction (ONNX, ReduceSum and the like): groups of elements along axes are combined into one
 * each.
 *
 * <pre>
 * combinations = outputs * (group - 1)
 * </pre>
 *
 * <p>Some do work on every element before, some on every result afterwards. With {@code
 * noop_with_empty_axes} and no axes nothing is combined; that work alone is left, and a mean of one
 * element takes none.
 */
final class Reduction extends NamedOperator {
  private static final Cost COPY = Cost.free("without axes nothing is reduced");

  private final @Nullable WorkKind before;
  private final WorkKind combine;
  private final @Nullable WorkKind after;
  private final @Nullable ReducedValue value;

  Reduction(
      String name,
      @Nullable WorkKind before,
      WorkKind combine,
      @Nullable WorkKind after,
      @Nullable ReducedValue value) {
    super(name);
    this.before = before;
    this.combine = combine;
    this.after = after;
    this.value = value;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Inferred input = call.input(0);
    Inferred output = Inferred.tensor(call.element(0), ReducedAxes.outputShape(call));
    ReducedValue reduced = value;
    if (reduced == null
        || !input.mayHaveValue()
        || call.shapeIfKnown(0).asLongs().filter(ElementwiseValues::isSmall).isEmpty()) {
      return List.of(output);
    }
    return List.of(
        output.withValue(() -> input.value().flatMap(known -> fold(call, reduced, known))));
  }

  @Override
  public Cost count(Call call) {
    boolean onlyCombines = before == null && (after == null || after == WorkKind.DIVIDE);
    if (onlyCombines && ReducedAxes.isNone(call)) {
      return COPY;
    }
    ElementType type = call.element(0);
    Shape input = call.shape(0);
    Size elements = input.elements();
    Size outputs = call.outputShape(0).elements();
    Optional<Rows> rows = ReducedAxes.of(call, input.rank()).map(axes -> Rows.across(input, axes));
    Size combinations =
        rows.map(Rows::combinations).orElseGet(() -> elements.minus(outputs).max(Size.ZERO));
    Work work = Work.of(combine, type, combinations);
    StringBuilder expression = new StringBuilder("elements - outputs");
    if (before != null) {
      work = work.and(before, type, elements);
      expression.append(" + elements");
    }
    if (after != null) {
      work = work.and(after, type, outputs);
      expression.append(" + outputs");
    }
    return Cost.of(
        work,
        Formula.of(expression.toString())
            .where("elements", "elements of the input", elements)
            .where("outputs", "elements of the output", outputs));
  }

  private static Optional<TensorValue> fold(Call call, ReducedValue reduced, TensorValue known) {
    return ReducedAxes.of(call, known.rank())
        .map(axes -> reduced.fold(known, axes, ReducedAxes.keepsAxes(call)));
  }
}
