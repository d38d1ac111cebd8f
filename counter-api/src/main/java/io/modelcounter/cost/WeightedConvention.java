package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Convention that weighs kinds of work. */
final class WeightedConvention implements CountingConvention {
  private final String id;
  private final String description;
  private final Map<WorkKind, Integer> weights = new EnumMap<>(WorkKind.class);

  WeightedConvention(String id, String description, Map<WorkKind, Integer> weights) {
    this.id = id;
    this.description = description;
    for (WorkKind kind : WorkKind.values()) {
      this.weights.put(kind, weights.getOrDefault(kind, kind.defaultWeight()));
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Amount count(LayerView layer) {
    Cost cost = layer.cost();
    Optional<Work> high = cost.high();
    if (high.isEmpty()) {
      return Amount.atLeast(weigh(cost.low(), cost.low()), cost.reason().orElse("not counted"));
    }
    if (high.get().equals(cost.low())) {
      return Amount.exact(weigh(cost.low(), cost.low()));
    }
    return Amount.between(
        weigh(cost.low(), high.get()).max(Size.ZERO),
        weigh(high.get(), cost.low()),
        cost.reason().orElse("bounded"));
  }

  @Override
  public List<NamedAmount> terms(LayerView layer) {
    Work work = layer.cost().low();
    if (!layer.cost().high().filter(work::equals).isPresent()) {
      return Terms.one(layer, count(layer));
    }
    Map<String, List<Size>> byName = new LinkedHashMap<>();
    work.amounts()
        .forEach(
            (key, amount) -> {
              int weight = weights.getOrDefault(key.kind(), 0);
              String name = Terms.nameOf(layer);
              switch (key.kind()) {
                case MULTIPLY_ADD -> {
                  add(byName, name, amount, Math.min(weight, 1));
                  add(byName, NamedAmount.SECOND_OPERATION, amount, weight - 1);
                }
                case SUM_START -> add(byName, NamedAmount.SECOND_OPERATION, amount, weight);
                case BIAS_ADD -> add(byName, NamedAmount.BIAS, amount, weight);
                default -> add(byName, name, amount, weight);
              }
            });
    return byName.entrySet().stream()
        .map(entry -> new NamedAmount(entry.getKey(), Amount.exact(Size.sum(entry.getValue()))))
        .filter(term -> !term.amount().equals(Amount.zero()))
        .toList();
  }

  private static void add(Map<String, List<Size>> byName, String name, Size amount, int weight) {
    if (weight != 0) {
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(amount.times(weight));
    }
  }

  /** Takes kinds of positive weight from one bound and kinds of negative weight from the other. */
  private Size weigh(Work positive, Work negative) {
    List<Size> parts = new ArrayList<>();
    positive.amounts().forEach((key, amount) -> add(parts, key.kind(), amount, 1));
    negative.amounts().forEach((key, amount) -> add(parts, key.kind(), amount, -1));
    return parts.size() == 1 ? parts.get(0) : Size.sum(parts);
  }

  private void add(List<Size> parts, WorkKind kind, Size amount, int sign) {
    int weight = weights.getOrDefault(kind, 0);
    if (Integer.signum(weight) == sign) {
      parts.add(amount.times(weight));
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
