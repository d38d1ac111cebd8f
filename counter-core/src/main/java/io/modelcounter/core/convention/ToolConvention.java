package io.modelcounter.core.convention;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a tool for PyTorch models would say of the network that a graph was exported from.
 *
 * <p>A rule is asked about every layer that is part of an operation of the framework. Everything
 * else is layout and shape arithmetic, which no tool counts.
 */
abstract class ToolConvention implements CountingConvention {
  /** What a name gets where a tool counts the same work a second time. */
  static final String TWICE = " counted twice";

  /** Additional work at the gates of recurrent layers. */
  static final String GATES = "gates of recurrent layers";

  private final String id;
  private final String description;

  ToolConvention(String id, String description) {
    this.id = id;
    this.description = description;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String description() {
    return description;
  }

  /**
   * Adds what the tool counts at a layer.
   *
   * @param layer the layer as part of an operation
   * @param terms what to add to
   */
  abstract void count(Operation layer, Breakdown terms);

  @Override
  public final Amount count(LayerView layer) {
    return Amount.sum(terms(layer).stream().map(NamedAmount::amount).toList());
  }

  @Override
  public final List<NamedAmount> terms(LayerView layer) {
    Optional<Operation> operation = Operation.of(layer);
    if (operation.isEmpty()) {
      return unrecognised(layer);
    }
    try {
      Breakdown terms = new Breakdown();
      count(operation.get(), terms);
      return terms.terms();
    } catch (UnknownInputException unknown) {
      return unknown(unknown.reason());
    }
  }

  /**
   * Layout and shape arithmetic are nothing; products of an operator that no rule knows are not.
   */
  private List<NamedAmount> unrecognised(LayerView layer) {
    if (layer.cost().isUnknown()) {
      return unknown(layer.cost().reason().orElse("its operator is not known"));
    }
    boolean multiplies =
        layer.cost().low().amounts().keySet().stream()
            .anyMatch(key -> key.kind() == WorkKind.MULTIPLY_ADD);
    return multiplies
        ? unknown(id + " has no rule for the operator " + layer.operator().text())
        : List.of();
  }

  private static List<NamedAmount> unknown(String reason) {
    return List.of(new NamedAmount(NamedAmount.OTHER, Amount.unknown(reason)));
  }

  /**
   * What the tool tells apart and the file does not, as far as it matters for a model.
   *
   * @param model the model
   * @return sentences; by default none
   */
  List<String> ambiguities(ModelView model) {
    return List.of();
  }

  @Override
  public final List<String> notes(ModelView model) {
    List<String> notes = new ArrayList<>(ExportNotes.of(model));
    notes.addAll(ambiguities(model));
    return notes;
  }

  @Override
  public final String toString() {
    return id;
  }
}
