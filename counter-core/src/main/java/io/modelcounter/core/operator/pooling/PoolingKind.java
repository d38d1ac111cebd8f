package io.modelcounter.core.operator.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;

/** What a pooling operator makes of the elements of one window. */
enum PoolingKind {
  /** Their mean: they are summed up and the sum is divided by their number. */
  AVERAGE {
    @Override
    Cost cost(Call call, Size windows, Size covered) {
      ElementType type = call.element(0);
      Work work =
          Work.of(WorkKind.ADD, type, joins(windows, covered)).and(WorkKind.DIVIDE, type, windows);
      return Cost.of(work, formula("windows * (covered - 1) + windows", windows, covered));
    }
  },

  /** The largest of them. */
  MAXIMUM {
    @Override
    Cost cost(Call call, Size windows, Size covered) {
      Work work = Work.of(WorkKind.COMPARE, call.element(0), joins(windows, covered));
      return Cost.of(work, formula("windows * (covered - 1)", windows, covered));
    }
  },

  /**
   * Their p-norm: absolute values for p = 1, squares and a root for p = 2, absolute values, powers
   * and a power for any other p.
   */
  NORM {
    @Override
    Cost cost(Call call, Size windows, Size covered) {
      ElementType type = call.element(0);
      Size elements = windows.times(covered);
      Work sums = Work.of(WorkKind.ADD, type, joins(windows, covered));
      double p = exponent(call);
      if (p == 1) {
        Work work = sums.and(WorkKind.NEGATE, type, elements);
        return Cost.of(
            work, formula("windows * covered + windows * (covered - 1)", windows, covered));
      }
      if (p == 2) {
        Work work = sums.and(WorkKind.MULTIPLY, type, elements).and(WorkKind.SQRT, type, windows);
        return Cost.of(
            work,
            formula("windows * covered + windows * (covered - 1) + windows", windows, covered));
      }
      Work work =
          sums.and(WorkKind.NEGATE, type, elements)
              .and(WorkKind.POWER, type, elements)
              .and(WorkKind.POWER, type, windows);
      return Cost.of(
          work,
          formula("2 * windows * covered + windows * (covered - 1) + windows", windows, covered));
    }
  };

  private static final int EXPONENT_IS_INTEGER = 2;

  /**
   * Cost of pooling.
   *
   * @param call the call
   * @param windows number of windows, one an output element
   * @param covered elements of one window
   * @return the cost
   */
  abstract Cost cost(Call call, Size windows, Size covered);

  /** Operations that join the elements of every window to one. */
  private static Size joins(Size windows, Size covered) {
    return new Rows(windows, covered).combinations();
  }

  /** The attribute {@code p}, a float in version 1 and an integer since. */
  private static double exponent(Call call) {
    return call.version() < EXPONENT_IS_INTEGER
        ? call.attributes().real("p").orElse(2)
        : call.attributes().integer("p", 2);
  }

  private static Formula formula(String expression, Size windows, Size covered) {
    return Formula.of(expression)
        .where("windows", "output elements", windows)
        .where("covered", "elements of a window", covered);
  }
}
