package io.modelcounter.core.convention;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.Map;
import java.util.Set;

/** What a tool says that reads ONNX files: a rule for each operator. */
abstract class OperatorConvention implements CountingConvention {

  /** Amount of one layer of some operator. */
  @FunctionalInterface
  interface Rule {

    /**
     * Works the amount out.
     *
     * @param layer the layer
     * @return the amount
     */
    Size of(LayerSizes layer);
  }

  private final String id;
  private final String description;
  private final Map<String, Rule> rules;
  private final boolean isComplete;
  private final Set<String> free;

  /**
   * Makes the convention.
   *
   * @param id identifier
   * @param description what the amounts mean
   * @param rules rule by standard operator
   * @param free standard operators that count nothing; if none is given, all others do
   */
  OperatorConvention(String id, String description, Map<String, Rule> rules, Set<String> free) {
    this.id = id;
    this.description = description;
    this.rules = Map.copyOf(rules);
    this.free = Set.copyOf(free);
    this.isComplete = free.isEmpty();
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final Amount count(LayerView layer) {
    OperatorId operator = layer.operator();
    boolean standard = operator.domain().equals(OperatorId.ONNX);
    Rule rule = standard ? rules.get(operator.name()) : null;
    if (rule == null) {
      boolean nothing =
          standard && (free.contains(operator.name()) || (isComplete && !layer.cost().isUnknown()));
      return nothing || layer.cost().isFree()
          ? Amount.zero()
          : Amount.unknown(id + " has no rule for the operator " + operator.text());
    }
    try {
      return Amount.exact(rule.of(new LayerSizes(layer)));
    } catch (UnknownInputException unknown) {
      return Amount.unknown(unknown.reason());
    }
  }

  @Override
  public final String toString() {
    return id;
  }
}
