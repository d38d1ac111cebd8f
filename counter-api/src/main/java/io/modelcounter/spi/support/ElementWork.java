package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Elementary work that an element-wise operator does for every element.
 *
 * <pre>
 * work of a kind = units of that kind an element * elements
 * </pre>
 */
public final class ElementWork {
  /** No work at all. */
  public static final ElementWork NONE = of();

  /** Sigmoid, {@code 1 / (1 + exp(-x))}: a negation, an exponential, an addition, a division. */
  public static final ElementWork SIGMOID =
      ElementWork.of(WorkKind.NEGATE, WorkKind.EXP, WorkKind.ADD, WorkKind.DIVIDE);

  private final Map<WorkKind, Integer> units;
  private final Size total;

  private ElementWork(Map<WorkKind, Integer> units) {
    this.units = units;
    this.total = Size.of(units.values().stream().mapToInt(Integer::intValue).sum());
  }

  /**
   * Work for one element.
   *
   * @param kinds one unit of each; a kind may stand several times
   * @return the work
   */
  public static ElementWork of(WorkKind... kinds) {
    Map<WorkKind, Integer> units = new EnumMap<>(WorkKind.class);
    Arrays.stream(kinds).forEach(kind -> units.merge(kind, 1, Integer::sum));
    return new ElementWork(units);
  }

  /**
   * This work and some more.
   *
   * @param kind kind of work
   * @param more units to add
   * @return the sum
   */
  public ElementWork and(WorkKind kind, int more) {
    Map<WorkKind, Integer> sum = new EnumMap<>(WorkKind.class);
    sum.putAll(units);
    sum.merge(kind, more, Integer::sum);
    return new ElementWork(sum);
  }

  /**
   * Work for many elements.
   *
   * @param type element type
   * @param elements how many
   * @return the work
   */
  public Work times(ElementType type, Size elements) {
    Work work = Work.NONE;
    for (Map.Entry<WorkKind, Integer> entry : units.entrySet()) {
      work = work.and(entry.getKey(), type, elements.times(entry.getValue()));
    }
    return work;
  }

  /**
   * Cost of doing this for many elements, with the formula.
   *
   * @param type element type
   * @param elements how many
   * @return the cost
   */
  public Cost cost(ElementType type, Size elements) {
    Formula formula =
        Formula.of("operations * elements")
            .where("operations", "operations an element: " + this, total)
            .where("elements", "elements worked on", elements);
    return Cost.of(times(type, elements), formula);
  }

  /**
   * Units of all kinds together.
   *
   * @return operations for one element
   */
  public Size total() {
    return total;
  }

  /** Text such as {@code 2 multiply, add}. */
  @Override
  public String toString() {
    return units.entrySet().stream()
        .map(entry -> text(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(WorkKind kind, int units) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return units == 1 ? name : units + " " + name;
  }
}
