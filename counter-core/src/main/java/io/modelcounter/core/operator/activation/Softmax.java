package io.modelcounter.core.operator.activation;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import java.util.List;

/**
 * Softmax, LogSoftmax and Hardmax (ONNX): every row of n elements is worked on alone.
 *
 * <p>Before version 13 a row holds all elements from the axis on; from version 13 on it runs along
 * the axis. The greatest element of a row is found and subtracted first, which keeps the
 * exponentials in range:
 *
 * <pre>
 * Softmax     n - 1 comparisons, n subtractions, n exponentials, n - 1 additions, n divisions
 * LogSoftmax  n - 1 comparisons, 2n subtractions, n exponentials, n - 1 additions, 1 logarithm
 * Hardmax     n - 1 comparisons
 * </pre>
 */
final class Softmax extends NamedOperator {
  private static final String SOFTMAX = "Softmax";
  private static final String LOG_SOFTMAX = "LogSoftmax";
  private static final String HARDMAX = "Hardmax";

  Softmax() {
    super(SOFTMAX, LOG_SOFTMAX, HARDMAX);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Rows rows = SoftmaxWork.rows(call.outputShape(0), call.attributes(), call.version());
    ElementType type = call.element(0);
    return switch (call.operator().name()) {
      case LOG_SOFTMAX -> logSoftmax(type, rows);
      case HARDMAX -> hardmax(type, rows);
      default -> softmax(type, rows);
    };
  }

  private static Cost softmax(ElementType type, Rows rows) {
    return Cost.of(SoftmaxWork.softmax(type, rows), formula("rows * (3 * n + 2 * (n - 1))", rows));
  }

  private static Cost logSoftmax(ElementType type, Rows rows) {
    return Cost.of(
        SoftmaxWork.logSoftmax(type, rows), formula("rows * (3 * n + 2 * (n - 1) + 1)", rows));
  }

  private static Cost hardmax(ElementType type, Rows rows) {
    return Cost.of(
        Work.of(WorkKind.COMPARE, type, rows.combinations()), formula("rows * (n - 1)", rows));
  }

  private static Formula formula(String expression, Rows rows) {
    return Formula.of(expression)
        .where("rows", "rows that are normalized", rows.count())
        .where("n", "elements of a row", rows.length());
  }
}
