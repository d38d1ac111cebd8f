package io.modelcounter.core.operator.tensor;

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
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * NonZero (ONNX, NonZero): the coordinates of the elements that are not zero, [rank, count].
 *
 * <p>One comparison for each element of the input.
 */
final class NonZero extends NamedOperator {
  private static final String DATA_DECIDE = "the data decide which elements are not zero";

  NonZero() {
    super("NonZero");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shapeIfKnown(0);
    if (!data.hasRank()) {
      return List.of(
          Inferred.tensor(
              ElementType.INT64,
              Shape.of(
                  call.freshSize(0, "rank", data.unknownReason().orElse("")),
                  call.freshSize(0, "count", DATA_DECIDE))));
    }
    Size rank = Size.of(data.rank());
    Optional<int[]> places = call.value(0).flatMap(NonZero::places);
    if (places.isEmpty()) {
      Shape shape = Shape.of(rank, count(call, data));
      return List.of(Inferred.tensor(ElementType.INT64, shape));
    }
    Shape shape = Shape.of(rank, Size.of(places.get().length));
    Inferred output = Inferred.tensor(ElementType.INT64, shape);
    Optional<long[]> dims = Elements.followedDims(data);
    return dims.isPresent() && Elements.followedDims(shape).isPresent()
        ? List.of(output.withValue(() -> Optional.of(coordinates(dims.get(), places.get()))))
        : List.of(output);
  }

  private static Size count(Call call, Shape data) {
    Size elements = data.elements();
    Optional<Boolean> filled = call.input(0).fill().flatMap(NonZero::isNonZero);
    if (filled.isPresent()) {
      return filled.get() ? elements : Size.ZERO;
    }
    return call.freshSize(0, "count", DATA_DECIDE, elements);
  }

  /** Places of the elements that are not zero, empty if that is not known of each. */
  private static Optional<int[]> places(TensorValue value) {
    int[] places = new int[value.size()];
    int count = 0;
    for (int i = 0; i < value.size(); i++) {
      Optional<Boolean> nonZero = isNonZero(value.at(i));
      if (nonZero.isEmpty()) {
        return Optional.empty();
      }
      if (nonZero.get()) {
        places[count++] = i;
      }
    }
    return Optional.of(Arrays.copyOf(places, count));
  }

  private static Optional<Boolean> isNonZero(Scalar element) {
    return element.asText().isPresent()
        ? element.asText().map(text -> !text.isEmpty())
        : ScalarArithmetic.cast(element, ElementType.UNKNOWN, ElementType.BOOL).asBoolean();
  }

  private static TensorValue coordinates(long[] dims, int[] places) {
    int[] strides = Elements.strides(dims);
    List<Scalar> elements = new ArrayList<>(dims.length * places.length);
    for (int axis = 0; axis < dims.length; axis++) {
      for (int place : places) {
        elements.add(Scalar.of(place / strides[axis] % dims[axis]));
      }
    }
    return TensorValue.of(ElementType.INT64, new long[] {dims.length, places.length}, elements);
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    return Cost.of(
        Work.of(WorkKind.COMPARE, call.element(0), elements),
        Formula.of("elements").where("elements", "elements of the input", elements));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(
        Inferred.tensor(
            ElementType.INT64,
            Shape.of(call.freshSize(0, "rank", reason), call.freshSize(0, "count", DATA_DECIDE))));
  }
}
