package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Det (ONNX, Det): X [..., M, M] gives its determinants [...].
 *
 * <p>By Gaussian elimination a matrix takes {@code M * (M - 1) * (2 * M - 1) / 6} multiplications
 * and as many subtractions, {@code M * (M - 1) / 2} divisions, and {@code M - 1} multiplications of
 * the diagonal (Golub and Van Loan, "Matrix Computations", section 3.2).
 */
final class Determinant extends NamedOperator {

  Determinant() {
    super("Det");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    order(input);
    Shape output = Shape.of(input.dims().subList(0, input.rank() - 2));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    ElementType type = call.element(0);
    Size order = order(input);
    Size matrices = input.elements(0, input.rank() - 2);
    Size below = order.minus(Size.ONE).max(Size.ZERO);
    Size pairs = order.times(below);
    Size eliminations = pairs.times(order.times(2).minus(Size.ONE)).floorDiv(Size.of(6));
    Work work =
        Work.of(WorkKind.MULTIPLY, type, matrices.times(eliminations.plus(below)))
            .and(WorkKind.ADD, type, matrices.times(eliminations))
            .and(WorkKind.DIVIDE, type, matrices.times(pairs.floorDiv(Size.of(2))));
    Formula formula =
        Formula.of("batch * (M * (M - 1) * (2 * M - 1) / 3 + M * (M - 1) / 2 + M - 1)")
            .where("batch", "matrices", matrices)
            .where("M", "rows and columns of a matrix", order);
    return Cost.of(work, formula)
        .assuming("Determinants are taken by Gaussian elimination; the pivots are not counted.");
  }

  private static Size order(Shape input) {
    if (input.rank() < 2) {
      throw new InvalidNodeException("Det needs matrices, found " + input);
    }
    return Dimensions.agreed(
        input.dim(-2), input.dim(-1), () -> "Det needs square matrices, found " + input);
  }
}
