package io.modelcounter.rules;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.rules.expression.AmountExpression;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.support.OperandType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one execution costs.
 *
 * @param amounts expressions by kind of work, the main one first; none if nothing is computed
 * @param freeReason why nothing is computed; empty if something is
 */
record WorkRule(Map<WorkKind, AmountExpression> amounts, String freeReason) {

  /** The cost of a call. */
  Cost cost(Call call) {
    if (amounts.isEmpty()) {
      return Cost.free(freeReason);
    }
    ElementType type = OperandType.of(call);
    Work work = Work.NONE;
    Formula formula = Formula.of(expression());
    for (Map.Entry<WorkKind, AmountExpression> part : amounts.entrySet()) {
      work = work.and(part.getKey(), type, part.getValue().value(call));
      formula = part.getValue().explainedIn(formula, call);
    }
    return Cost.of(work, formula);
  }

  /** The work in words, as notes on operators have it. */
  String note() {
    return amounts.isEmpty() ? OperatorNote.FREE : byExpression(WorkKind::name, " ");
  }

  /** All expressions; with their kinds if there are several. */
  String expression() {
    return amounts.size() == 1
        ? amounts.values().iterator().next().toString()
        : byExpression(WorkRule::name, ": ");
  }

  /** Each expression once, behind the kinds that it is about. */
  private String byExpression(Function<WorkKind, String> name, String separator) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    amounts.forEach(
        (kind, amount) ->
            kinds
                .computeIfAbsent(amount.toString(), text -> new ArrayList<>())
                .add(name.apply(kind)));
    return kinds.entrySet().stream()
        .map(part -> String.join(", ", part.getValue()) + separator + part.getKey())
        .collect(Collectors.joining("; "));
  }

  /** Names of all kinds of work. */
  static List<String> kinds() {
    return Arrays.stream(WorkKind.values()).map(WorkRule::name).toList();
  }

  static String name(WorkKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
