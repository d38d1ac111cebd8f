package io.modelcounter.core.operator.reduction;

import static io.modelcounter.cost.WorkKind.ADD;
import static io.modelcounter.cost.WorkKind.COMPARE;
import static io.modelcounter.cost.WorkKind.DIVIDE;
import static io.modelcounter.cost.WorkKind.EXP;
import static io.modelcounter.cost.WorkKind.LOG;
import static io.modelcounter.cost.WorkKind.MULTIPLY;
import static io.modelcounter.cost.WorkKind.NEGATE;
import static io.modelcounter.cost.WorkKind.SQRT;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The reduction family. */
public final class ReductionOperators {
  private ReductionOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Reduction("ReduceSum", null, ADD, null, ReducedValue.SUM),
        new Reduction("ReduceMean", null, ADD, DIVIDE, ReducedValue.MEAN),
        new Reduction("ReduceProd", null, MULTIPLY, null, ReducedValue.PRODUCT),
        new Reduction("ReduceMax", null, COMPARE, null, ReducedValue.MAXIMUM),
        new Reduction("ReduceMin", null, COMPARE, null, ReducedValue.MINIMUM),
        new Reduction("ReduceL1", NEGATE, ADD, null, ReducedValue.SUM_OF_ABSOLUTES),
        new Reduction("ReduceL2", MULTIPLY, ADD, SQRT, ReducedValue.ROOT_OF_SQUARES),
        new Reduction("ReduceSumSquare", MULTIPLY, ADD, null, ReducedValue.SUM_OF_SQUARES),
        new Reduction("ReduceLogSum", null, ADD, LOG, ReducedValue.LOG_OF_SUM),
        new Reduction("ReduceLogSumExp", EXP, ADD, LOG, ReducedValue.LOG_OF_EXPONENTIALS),
        new ExtremePosition(),
        new Cumulation("CumSum", ADD, ReducedValue.SUM),
        new Cumulation("CumProd", MULTIPLY, ReducedValue.PRODUCT),
        new TopK());
  }
}
