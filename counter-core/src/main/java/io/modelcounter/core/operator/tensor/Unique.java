package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Distinction;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.OptionalLong;

/**
 * Unique (ONNX, Unique): the different slices along an axis, or the different elements if none is
 * given; where each first stands, which one each slice is, and how often each stands.
 */
final class Unique extends NamedOperator {

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
            .flatMap(
                value ->
                    given.isPresent()
                        ? Distinction.ofSlices(value, along)
                        : Distinction.ofElements(value))
            .orElseGet(() -> call.freshSize(0, "count", Distinction.DATA_DECIDE, length));
    Inferred perUnique = Inferred.tensor(ElementType.INT64, Shape.of(count));
    return List.of(
        Inferred.tensor(call.element(0), slices.withDim(axis, count)),
        perUnique,
        Inferred.tensor(ElementType.INT64, Shape.of(length)),
        perUnique);
  }

  @Override
  public Cost count(Call call) {
    OptionalLong given = call.attributes().integer("axis");
    Shape data = call.shape(0);
    Size elements = data.elements();
    Size slices =
        given.isPresent() ? data.dim(Axes.normalize(given.getAsLong(), data.rank())) : elements;
    return Distinction.cost(call.element(0), elements, slices);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    boolean flat = call.attributes().integer("axis").isEmpty();
    Size count = call.freshSize(0, "count", Distinction.DATA_DECIDE);
    Inferred perUnique = Inferred.tensor(ElementType.INT64, Shape.of(count));
    return List.of(
        Inferred.tensor(call.element(0), flat ? Shape.of(count) : Shape.unknownRank(reason)),
        perUnique,
        Inferred.tensor(ElementType.INT64, Shape.of(call.freshSize(2, "length", reason))),
        perUnique);
  }
}
