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
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Unique (ONNX, Unique): the different slices along an axis, or the different elements if none is
 * given; where each first stands, which one each slice is, and how often each stands.
 *
 * <p>How many comparisons of n slices it takes depends on the data: n - 1 if they are all the same,
 * n (n - 1) / 2 if each is compared with each.
 */
final class Unique extends NamedOperator {
  private static final String DATA_DECIDE = "the data decide how many elements are different";

  Unique() {
    super("Unique");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    OptionalLong given = call.attributes().integer("axis");
    Shape data = call.shape(0);
    Shape slices = data;
    int axis = 0;
    if (given.isPresent()) {
      axis = Axes.normalize(given.getAsLong(), data.rank());
    } else {
      slices = Shape.of(data.elements());
    }
    Size length = slices.dim(axis);
    int along = axis;
    Size count =
        call.value(0)
            .flatMap(value -> different(value, given.isPresent(), along))
            .orElseGet(() -> call.freshSize(0, "count", DATA_DECIDE, length));
    Inferred perUnique = Inferred.tensor(ElementType.INT64, Shape.of(count));
    return List.of(
        Inferred.tensor(call.element(0), slices.withDim(axis, count)),
        perUnique,
        Inferred.tensor(ElementType.INT64, Shape.of(length)),
        perUnique);
  }

  /** Number of different slices, empty if an element is not a known constant. */
  private static Optional<Size> different(TensorValue value, boolean slices, int axis) {
    int length = slices ? (int) value.dims()[axis] : value.size();
    int stride = slices ? Elements.strides(value.dims())[axis] : 1;
    List<List<Scalar>> all = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      all.add(new ArrayList<>());
    }
    for (int i = 0; i < value.size(); i++) {
      Scalar element = value.at(i);
      boolean constant = element.asDouble().isPresent() || element.asText().isPresent();
      if (!constant && element.asBoolean().isEmpty()) {
        return Optional.empty();
      }
      all.get(i / stride % length).add(element);
    }
    return Optional.of(Size.of(new HashSet<>(all).size()));
  }

  @Override
  public Cost count(Call call) {
    OptionalLong given = call.attributes().integer("axis");
    Shape data = call.shape(0);
    Size elements = data.elements();
    Size slices =
        given.isPresent() ? data.dim(Axes.normalize(given.getAsLong(), data.rank())) : elements;
    Size others = slices.minus(Size.ONE).max(Size.ZERO);
    Size most = elements.times(others).ceilDiv(Size.of(2));
    Size least = slices.isZero() ? Size.ZERO : others;
    ElementType type = call.element(0);
    return Cost.between(
        Work.of(WorkKind.COMPARE, type, least),
        Work.of(WorkKind.COMPARE, type, most),
        Formula.of("elements * (slices - 1) / 2")
            .where("elements", "elements of the input", elements)
            .where("slices", "slices along the axis", slices),
        "the data decide how many comparisons it takes to sort them");
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    boolean flat = call.attributes().integer("axis").isEmpty();
    Size count = call.freshSize(0, "count", DATA_DECIDE);
    Inferred perUnique = Inferred.tensor(ElementType.INT64, Shape.of(count));
    return List.of(
        Inferred.tensor(call.element(0), flat ? Shape.of(count) : Shape.unknownRank(reason)),
        perUnique,
        Inferred.tensor(ElementType.INT64, Shape.of(call.freshSize(2, "length", reason))),
        perUnique);
  }
}
