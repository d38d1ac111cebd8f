package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DynamicTimeWarping (com.microsoft, DynamicTimeWarping): the cheapest way [2, steps] through a
 * matrix of costs [M, N] or [1, M, N] from its first to its last element.
 *
 * <p>An element takes two comparisons to find the cheapest way to it from its three neighbours, and
 * the addition of its cost. A way has at most {@code M + N - 1} steps.
 */
final class DynamicTimeWarping extends NamedOperator {
  private static final String DATA_DECIDE = "the costs decide how long the cheapest way is";
  private static final Size PLACES = Size.of(2);
  private static final ElementWork WORK =
      ElementWork.of(WorkKind.COMPARE, WorkKind.COMPARE, WorkKind.ADD);

  DynamicTimeWarping() {
    super(Contrib.operator("DynamicTimeWarping"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape costs = costs(call);
    Size most = costs.dim(-2).plus(costs.dim(-1)).minus(Size.ONE);
    return List.of(way(call.freshSize(0, "steps", DATA_DECIDE, most)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(way(call.freshSize(0, "steps", DATA_DECIDE)));
  }

  private static Inferred way(Size steps) {
    return Inferred.tensor(ElementType.INT32, Shape.of(PLACES, steps));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.element(0), costs(call).elements())
        .assuming("Elements at the border of the matrix count like the others.");
  }

  private static Shape costs(Call call) {
    Shape costs = call.shape(0);
    boolean matrix =
        costs.rank() == 2
            || (costs.rank() == 3 && costs.dim(0).compare(Size.ONE) != Comparison.DIFFERENT);
    if (!matrix) {
      throw new InvalidNodeException("the costs are " + costs + ", expected [M, N] or [1, M, N]");
    }
    return costs;
  }
}
