package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import java.util.List;
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
   * Whether amounts are operations, and can be compared with those of other conventions that count
   * operations; otherwise they are elements, parameters or bytes.
   *
   * @return true by default
   */
  default boolean countsOperations() {
    return true;
  }

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
   * What the amount of one execution of a layer consists of; by default one part, named after the
   * operation that the layer is part of.
   *
   * @param layer the layer
   * @return parts of different names, of which {@link #count} is the sum; empty if that is 0
   */
  default List<NamedAmount> terms(LayerView layer) {
    return Terms.one(layer, count(layer));
  }

  /**
   * What the total of a model consists of; by default the parts of its layers, added up by name.
   *
   * @param model the model
   * @return parts of different names, of which {@link #total} is the sum wherever both are exact;
   *     empty if that is 0
   */
  default List<NamedAmount> totalTerms(ModelView model) {
    return Terms.total(model, this::terms);
  }

  /**
   * What a reader of the total should know: what the convention needs and the file no longer holds,
   * and what was taken for granted instead.
   *
   * @param model the model
   * @return sentences; by default none
   */
  default List<String> notes(ModelView model) {
    return List.of();
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
