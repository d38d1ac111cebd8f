package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;

/**
 * Collects the operations of a normalization: some per element, some per group of elements that
 * share their statistics.
 *
 * <p>The sum of a group takes one addition per element but the first.
 */
final class NormalizationWork {
  private final Size elements;
  private final Size groups;
  private Work work = Work.NONE;
  private int perElement;
  private int perGroup;

  /**
   * Starts without operations.
   *
   * @param elements number of elements
   * @param groups number of groups
   */
  NormalizationWork(Size elements, Size groups) {
    this.elements = elements;
    this.groups = elements.isZero() ? Size.ZERO : groups;
  }

  /** Adds one operation per element. */
  NormalizationWork each(WorkKind kind, ElementType type) {
    work = work.and(kind, type, elements);
    perElement++;
    return this;
  }

  /** Adds one operation per group. */
  NormalizationWork group(WorkKind kind, ElementType type) {
    work = work.and(kind, type, groups);
    perGroup++;
    return this;
  }

  /** Adds the sums of the groups. */
  NormalizationWork sum(ElementType type) {
    work = work.and(WorkKind.ADD, type, elements.minus(groups));
    perElement++;
    perGroup--;
    return this;
  }

  /** Adds the means of the groups: sums divided by the number of elements. */
  NormalizationWork mean(ElementType type) {
    return sum(type).group(WorkKind.DIVIDE, type);
  }

  /** Adds what gives every element its distance from the mean of its group. */
  NormalizationWork center(ElementType type) {
    return mean(type).each(WorkKind.ADD, type);
  }

  /** Adds the mean of squares and the root of it, stabilized by an epsilon. */
  NormalizationWork deviation(ElementType type) {
    return each(WorkKind.MULTIPLY, type)
        .mean(type)
        .group(WorkKind.ADD, type)
        .group(WorkKind.SQRT, type);
  }

  /** Adds the reciprocal of the deviations and the multiplication of every element with it. */
  NormalizationWork divide(ElementType type) {
    return group(WorkKind.DIVIDE, type).each(WorkKind.MULTIPLY, type);
  }

  /** Adds the learned scale and, where there is one, the learned shift. */
  NormalizationWork scale(ElementType type, boolean shifted) {
    each(WorkKind.MULTIPLY, type);
    return shifted ? each(WorkKind.ADD, type) : this;
  }

  /** The cost of all operations added. */
  Cost cost() {
    String expression = perElement + " * elements";
    if (perGroup != 0) {
      expression += (perGroup < 0 ? " - " : " + ") + Math.abs(perGroup) + " * groups";
    }
    Formula formula = Formula.of(expression).where("elements", "elements of the input", elements);
    return Cost.of(
        work,
        perGroup == 0
            ? formula
            : formula.where("groups", "groups that share their statistics", groups));
  }
}
