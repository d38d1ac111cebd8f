package io.modelcounter.spi.support;

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
public final class NormalizationWork {
  private final Size elements;
  private final Size groups;
  private Work work = Work.NONE;
  private long perElement;
  private int perGroup;

  /**
   * Starts without operations.
   *
   * @param elements number of elements
   * @param groups number of groups
   */
  public NormalizationWork(Size elements, Size groups) {
    this.elements = elements;
    this.groups = elements.isZero() ? Size.ZERO : groups;
  }

  /**
   * Adds one operation per element.
   *
   * @param kind kind of work
   * @param type element type
   * @return this
   */
  public NormalizationWork each(WorkKind kind, ElementType type) {
    work = work.and(kind, type, elements);
    perElement++;
    return this;
  }

  /**
   * Adds the operations of a function of every element, for example of an activation.
   *
   * @param function what it does for an element
   * @param type element type
   * @return this
   */
  public NormalizationWork each(ElementWork function, ElementType type) {
    work = work.plus(function.times(type, elements));
    perElement += function.total().asLong().orElseThrow();
    return this;
  }

  /**
   * Adds one operation per group.
   *
   * @param kind kind of work
   * @param type element type
   * @return this
   */
  public NormalizationWork group(WorkKind kind, ElementType type) {
    work = work.and(kind, type, groups);
    perGroup++;
    return this;
  }

  /**
   * Adds the sums of the groups.
   *
   * @param type element type
   * @return this
   */
  public NormalizationWork sum(ElementType type) {
    work = work.and(WorkKind.ADD, type, elements.minus(groups));
    perElement++;
    perGroup--;
    return this;
  }

  /**
   * Adds the means of the groups: sums divided by the number of elements.
   *
   * @param type element type
   * @return this
   */
  public NormalizationWork mean(ElementType type) {
    return sum(type).group(WorkKind.DIVIDE, type);
  }

  /**
   * Adds what gives every element its distance from the mean of its group.
   *
   * @param type element type
   * @return this
   */
  public NormalizationWork center(ElementType type) {
    return mean(type).each(WorkKind.ADD, type);
  }

  /**
   * Adds the mean of squares and the root of it, stabilized by an epsilon.
   *
   * @param type element type
   * @return this
   */
  public NormalizationWork deviation(ElementType type) {
    return each(WorkKind.MULTIPLY, type)
        .mean(type)
        .group(WorkKind.ADD, type)
        .group(WorkKind.SQRT, type);
  }

  /**
   * Adds the reciprocal of the deviations and the multiplication of every element with it.
   *
   * @param type element type
   * @return this
   */
  public NormalizationWork divide(ElementType type) {
    return group(WorkKind.DIVIDE, type).each(WorkKind.MULTIPLY, type);
  }

  /**
   * Adds the learned scale and, where there is one, the learned shift.
   *
   * @param type element type
   * @param shifted whether there is a shift
   * @return this
   */
  public NormalizationWork scale(ElementType type, boolean shifted) {
    each(WorkKind.MULTIPLY, type);
    return shifted ? each(WorkKind.ADD, type) : this;
  }

  /**
   * The work of all operations added.
   *
   * @return the work
   */
  public Work work() {
    return work;
  }

  /**
   * The cost of all operations added.
   *
   * @return the cost with its formula
   */
  public Cost cost() {
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
