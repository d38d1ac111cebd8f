package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
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
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * CDist (com.microsoft, CDist): the distance of every row of A [M, N] from every row of B [K, N].
 *
 * <p>The square of a Euclidean distance takes N subtractions, N multiplications and N − 1
 * additions, the distance a root more. No other metric is counted, nor does ONNX Runtime have any.
 */
final class PairwiseDistance extends NamedOperator {
  private static final String SQUARE = "sqeuclidean";
  private static final String ROOT = "euclidean";

  PairwiseDistance() {
    super(Contrib.operator("CDist"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = Shape.of(rows(call, 0).dim(0), rows(call, 1).dim(0));
    return List.of(Inferred.tensor(OperandType.of(call), output));
  }

  private static Shape rows(Call call, int input) {
    Shape rows = call.shape(input);
    if (rows.rank() != 2) {
      throw new InvalidNodeException("input " + input + " is " + rows + ", expected a matrix");
    }
    return rows;
  }

  @Override
  public Cost count(Call call) {
    String metric = call.attributes().text("metric", SQUARE);
    if (!metric.equals(SQUARE) && !metric.equals(ROOT)) {
      return Cost.unknown("the work of the metric \"" + metric + "\" is not known");
    }
    Shape left = rows(call, 0);
    Shape right = rows(call, 1);
    Size length = Dimensions.agreed(left.dim(1), right.dim(1), "the length of a row");
    Rows pairs = new Rows(left.dim(0).times(right.dim(0)), length);
    ElementType type = OperandType.of(call);
    Work work =
        Work.of(WorkKind.ADD, type, pairs.elements().plus(pairs.combinations()))
            .and(WorkKind.MULTIPLY, type, pairs.elements());
    boolean root = metric.equals(ROOT);
    return Cost.of(
        root ? work.and(WorkKind.SQRT, type, pairs.count()) : work,
        Formula.of(root ? "pairs * (2 * N + N - 1) + pairs" : "pairs * (2 * N + N - 1)")
            .where("pairs", "pairs of rows", pairs.count())
            .where("N", "elements of a row", length));
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.OPERAND;
  }
}
