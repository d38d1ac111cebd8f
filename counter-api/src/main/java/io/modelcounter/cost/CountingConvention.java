package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import java.util.Map;

/** Turns the cost of a layer into one amount, and layers into a total. */
public interface CountingConvention {

  /**
   * Identifier, for example {@code flops}.
   *
   * @return lower-case letters, digits and hyphens
   */
  String id();

  /**
   * What the amounts mean.
   *
   * @return one sentence
   */
  String description();

  /**
   * Amount of one execution of a layer.
   *
   * @param layer the layer
   * @return the amount; unknown, with its reason, where the rule cannot be applied
   */
  Amount count(LayerView layer);

  /**
   * Total of a model; by default the sum over its layers.
   *
   * @param model the model
   * @return the total
   */
  default Amount total(ModelView model) {
    return model.sum(this::count);
  }

  /**
   * Convention that weighs kinds of work.
   *
   * @param id identifier
   * @param description what the amounts mean
   * @param weights weight by kind; a kind that is not named has its {@link
   *     WorkKind#defaultWeight()}
   * @return the convention
   */
  static CountingConvention weighted(
      String id, String description, Map<WorkKind, Integer> weights) {
    return new WeightedConvention(id, description, weights);
  }
}
