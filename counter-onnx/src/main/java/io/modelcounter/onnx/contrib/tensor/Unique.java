package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Distinction;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Unique (com.microsoft, Unique): the different elements of a vector, which one each element is,
 * and how often each stands.
 */
final class Unique extends NamedOperator {

  Unique() {
    super(Contrib.operator("Unique"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape vector = vector(call);
    Size count =
        call.value(0)
            .flatMap(Distinction::ofElements)
            .orElseGet(() -> call.freshSize(0, "count", Distinction.DATA_DECIDE, vector.dim(0)));
    return outputs(call, count, vector);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Size count = call.freshSize(0, "count", Distinction.DATA_DECIDE);
    return outputs(call, count, Shape.of(call.freshSize(1, "length", reason)));
  }

  private static List<Inferred> outputs(Call call, Size count, Shape vector) {
    return List.of(
        Inferred.tensor(call.element(0), Shape.of(count)),
        Inferred.tensor(ElementType.INT64, vector),
        Inferred.tensor(ElementType.INT64, Shape.of(count)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = vector(call).dim(0);
    return Distinction.cost(call.element(0), elements, elements);
  }

  private static Shape vector(Call call) {
    Shape vector = call.shape(0);
    if (vector.rank() != 1) {
      throw new InvalidNodeException("input is " + vector + ", expected a vector");
    }
    return vector;
  }
}
