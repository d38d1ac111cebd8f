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
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * TopK (ONNX, TopK): the k greatest or least elements along an axis and their indices; k is an
 * attribute before version 10 and an input from then on.
 *
 * <p>One comparison an input element: each is held against the least of those kept so far.
 */
final class TopK extends NamedOperator {

  TopK() {
    super("TopK");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", -1), input.rank());
    Size available = input.dim(axis);
    Size kept =
        kept(call).orElseGet(() -> call.freshSize(0, "k", "k is computed at run time", available));
    if (kept.isGreaterThan(available)) {
      throw new InvalidNodeException(
          "k is " + kept + ", but axis " + axis + " of " + input + " has only " + available);
    }
    Shape output = input.withDim(axis, kept);
    Inferred elements = Inferred.tensor(call.element(0), output);
    Inferred indices = Inferred.tensor(ElementType.INT64, output);
    if (Elements.followedDims(output).isEmpty() || !call.input(0).mayHaveValue()) {
      return List.of(elements, indices);
    }
    int count = (int) kept.asLong().orElseThrow();
    Inferred known = indices.withValue(() -> places(call, axis, count));
    return List.of(elements.withValue(() -> elements(call, axis, known)), known);
  }

  private static Optional<TensorValue> places(Call call, int axis, int count) {
    boolean largest = call.attributes().integer("largest", 1) != 0;
    return call.value(0)
        .flatMap(value -> new RankedPlaces(value, axis, largest, false).first(count));
  }

  /** The elements at the places that were found. */
  private static Optional<TensorValue> elements(Call call, int axis, Inferred indices) {
    return call.value(0)
        .flatMap(value -> indices.value().map(places -> Elements.along(value, places, axis)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return List.of(
        Inferred.tensor(call.element(0), unknown), Inferred.tensor(ElementType.INT64, unknown));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    return Cost.of(
            Work.of(WorkKind.COMPARE, call.element(0), elements),
            Formula.of("elements").where("elements", "elements of the input", elements))
        .assuming(
            "Every element is compared once; putting the k kept ones in order is not counted.");
  }

  private static Optional<Size> kept(Call call) {
    OptionalLong attribute = call.attributes().integer("k");
    if (attribute.isPresent()) {
      return Optional.of(Size.of(attribute.getAsLong()));
    }
    return call.sizes(1).filter(sizes -> sizes.size() == 1).map(sizes -> sizes.get(0));
  }
}
