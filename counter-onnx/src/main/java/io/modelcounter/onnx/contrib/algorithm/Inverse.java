package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Inverse (com.microsoft, Inverse): the inverses of matrices X [..., M, M].
 *
 * <p>By Gauss-Jordan elimination in place, each of the M pivots takes a reciprocal, {@code M * M -
 * 1} multiplications and {@code (M - 1) * (M - 1)} subtractions.
 */
final class Inverse extends NamedOperator {

  Inverse() {
    super(Contrib.operator("Inverse"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Size order = order(input);
    Shape output = input.withDim(-1, order).withDim(-2, order);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  private static Size order(Shape input) {
    if (input.rank() < 2) {
      throw new InvalidNodeException("Inverse needs matrices, found " + input);
    }
    return Dimensions.agreed(
        input.dim(-2), input.dim(-1), () -> "Inverse needs square matrices, found " + input);
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    ElementType type = call.element(0);
    Size order = order(input);
    Size matrices = input.elements(0, input.rank() - 2);
    Size pivots = matrices.times(order);
    Size others = order.minus(Size.ONE);
    Work work =
        Work.of(WorkKind.DIVIDE, type, pivots)
            .and(WorkKind.MULTIPLY, type, pivots.times(others).times(order.plus(Size.ONE)))
            .and(WorkKind.ADD, type, pivots.times(others).times(others));
    Formula formula =
        Formula.of("batch * (M * M * M + M * (M - 1) * (M - 1))")
            .where("batch", "matrices", matrices)
            .where("M", "rows and columns of a matrix", order);
    return Cost.of(work, formula)
        .assuming("Inverses are taken by Gauss-Jordan elimination; the pivots are not counted.");
  }
}
