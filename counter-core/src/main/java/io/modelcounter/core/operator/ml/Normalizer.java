package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import java.util.List;

/**
 * Normalizer (ONNX, ai.onnx.ml): divides every row of n elements by its norm.
 *
 * <pre>
 * MAX  n - 1 comparisons, n divisions
 * L1   n absolute values, n - 1 additions, n divisions
 * L2   n squares, n - 1 additions, 1 root, n divisions
 * </pre>
 */
final class Normalizer extends NamedOperator {

  Normalizer() {
    super(Ml.operator("Normalizer"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(ElementType.FLOAT32, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Shape shape = call.outputShape(0);
    Ml.samples(shape);
    Rows rows = Rows.along(shape, shape.rank() - 1);
    ElementType type = ElementType.FLOAT32;
    Work divisions = Work.of(WorkKind.DIVIDE, type, rows.elements());
    String norm = call.attributes().text("norm", "MAX");
    return switch (norm) {
      case "MAX" ->
          cost(
              divisions.and(WorkKind.COMPARE, type, rows.combinations()),
              "rows * (n - 1 + n)",
              rows);
      case "L1" ->
          cost(
              divisions
                  .and(WorkKind.NEGATE, type, rows.elements())
                  .and(WorkKind.ADD, type, rows.combinations()),
              "rows * (n + n - 1 + n)",
              rows);
      case "L2" ->
          cost(
              divisions
                  .and(WorkKind.MULTIPLY, type, rows.elements())
                  .and(WorkKind.ADD, type, rows.combinations())
                  .and(WorkKind.SQRT, type, rows.count()),
              "rows * (n + n - 1 + 1 + n)",
              rows);
      default -> throw new InvalidNodeException("norm is \"" + norm + "\", expected MAX, L1 or L2");
    };
  }

  private static Cost cost(Work work, String expression, Rows rows) {
    return Cost.of(
        work,
        Formula.of(expression)
            .where("rows", "rows that are normalized", rows.count())
            .where("n", "elements of a row", rows.length()));
  }
}
