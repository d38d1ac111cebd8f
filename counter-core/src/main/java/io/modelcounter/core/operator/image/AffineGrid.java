package io.modelcounter.core.operator.image;

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
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * AffineGrid (ONNX, AffineGrid): matrices theta [N, d, d + 1] and a size [N, C, D1 … Dd] give a
 * grid [N, D1 … Dd, d] for d = 2 or 3.
 *
 * <p>Every coordinate is the sum of d products and a translation: d multiplications and d
 * additions.
 */
final class AffineGrid extends NamedOperator {
  private static final int SIZE = 1;

  AffineGrid() {
    super("AffineGrid");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape theta = call.shape(0);
    if (theta.rank() != 3) {
      throw new InvalidNodeException("theta is " + theta + ", expected [N, d, d + 1]");
    }
    Optional<TensorValue> size = call.value(SIZE);
    OptionalLong axes = theta.dim(1).asLong();
    int rank =
        size.isPresent() ? size.get().size() : axes.isPresent() ? (int) axes.getAsLong() + 2 : 0;
    if (rank == 0) {
      String reason = "neither theta nor the requested size says how many axes there are";
      return List.of(Inferred.tensor(call.element(0), Shape.unknownRank(reason)));
    }
    if (rank < 4 || rank > 5) {
      throw new InvalidNodeException("the grid has " + (rank - 2) + " axes, expected 2 or 3");
    }
    List<Size> dims = new ArrayList<>(rank);
    dims.add(theta.dim(0));
    for (int i = 2; i < rank; i++) {
      dims.add(entry(call, size, i));
    }
    dims.add(Size.of(rank - 2));
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  private static Size entry(Call call, Optional<TensorValue> size, int index) {
    Scalar entry = size.isPresent() ? size.get().at(index) : Scalar.UNKNOWN;
    return entry
        .asSize()
        .orElseGet(() -> call.freshSize(0, "dim" + (index - 1), "the requested size is not known"));
  }

  @Override
  public Cost count(Call call) {
    Shape grid = call.outputShape(0);
    Size coordinates = grid.elements();
    Size axes = grid.dim(-1);
    ElementType type = call.element(0);
    Work work =
        Work.of(WorkKind.MULTIPLY, type, coordinates.times(axes))
            .and(WorkKind.ADD, type, coordinates.times(axes));
    Formula formula =
        Formula.of("coordinates * axes + coordinates * axes")
            .where("coordinates", "output elements", coordinates)
            .where("axes", "coordinates of one point", axes);
    return Cost.of(work, formula);
  }
}
