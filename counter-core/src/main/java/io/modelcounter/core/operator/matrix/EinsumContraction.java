package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Work of the contractions that an Einsum equation asks for. */
final class EinsumContraction {
  private static final String FROM_LEFT_TO_RIGHT =
      "More than two operands are contracted from left to right, two at a time.";

  private EinsumContraction() {}

  /** Cost of one operand: additions over the labels that the output does not have. */
  static Cost ofOne(EinsumLabels labels, ElementType type) {
    Set<Integer> all = new TreeSet<>(labels.operand(0));
    Set<Integer> kept = new TreeSet<>(labels.output());
    if (kept.containsAll(all)) {
      return Cost.free("elements are only moved");
    }
    Size terms = labels.product(all);
    Size sums = labels.product(kept);
    Size additions = terms.minus(sums).max(Size.ZERO);
    Formula formula =
        Formula.of("terms - sums")
            .where("terms", "elements that are added", terms)
            .where("sums", "elements of the output", sums);
    return Cost.of(Work.of(WorkKind.ADD, type, additions), formula);
  }

  /** Cost of two operands or more: a contraction for each beyond the first. */
  static Cost ofSeveral(EinsumLabels labels, ElementType type) {
    Set<Integer> current = new TreeSet<>(labels.operand(0));
    List<Set<Integer>> contractions = new ArrayList<>();
    Work work = Work.NONE;
    for (int next = 1; next < labels.operands(); next++) {
      current.addAll(labels.operand(next));
      contractions.add(new TreeSet<>(current));
      Size products = labels.product(current);
      current.retainAll(neededAfter(labels, next));
      work = work.and(WorkKind.MULTIPLY_ADD, type, products);
      if (!products.isZero()) {
        work = work.and(WorkKind.SUM_START, type, labels.product(current));
      }
    }
    Cost cost = Cost.of(work, formula(labels, contractions));
    return labels.operands() > 2 ? cost.assuming(FROM_LEFT_TO_RIGHT) : cost;
  }

  private static Set<Integer> neededAfter(EinsumLabels labels, int operand) {
    Set<Integer> needed = new HashSet<>(labels.output());
    for (int later = operand + 1; later < labels.operands(); later++) {
      needed.addAll(labels.operand(later));
    }
    return needed;
  }

  private static Formula formula(EinsumLabels labels, List<Set<Integer>> contractions) {
    List<String> products = new ArrayList<>();
    Set<Integer> used = new TreeSet<>();
    for (Set<Integer> contraction : contractions) {
      products.add(product(contraction));
      used.addAll(contraction);
    }
    Formula formula = Formula.of(String.join(" + ", products));
    for (Integer label : used) {
      String meaning =
          label < 0 ? "axis " + label + " of the ellipsis" : "size of label " + name(label);
      formula = formula.where(name(label), meaning, labels.size(label));
    }
    return formula;
  }

  private static String product(Set<Integer> labels) {
    return labels.isEmpty()
        ? "1"
        : String.join(" * ", labels.stream().map(EinsumContraction::name).toList());
  }

  private static String name(Integer label) {
    return label < 0 ? "axis" + -label : String.valueOf((char) label.intValue());
  }
}
