package io.modelcounter.cost;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a counting convention sees of one layer. */
public final class LayerView {

  /**
   * One input of the layer.
   *
   * @param type its type
   * @param isParameter whether it is a stored parameter
   */
  public record Input(ValueType type, boolean isParameter) {}

  private final OperatorId operator;
  private final Attributes attributes;
  private final List<String> scope;
  private final List<@Nullable Input> inputs;
  private final List<ValueType> outputs;
  private final Cost cost;
  private final Amount multiplicity;

  /**
   * Makes a view; for the engine and for tests of conventions.
   *
   * @param operator operator and version
   * @param attributes attributes
   * @param scope module path of the layer, outermost first
   * @param inputs inputs in order; null for an absent optional one
   * @param outputs types of the outputs
   * @param cost what its counter says, for one execution
   * @param multiplicity how often it is executed
   */
  public LayerView(
      OperatorId operator,
      Attributes attributes,
      List<String> scope,
      List<@Nullable Input> inputs,
      List<ValueType> outputs,
      Cost cost,
      Amount multiplicity) {
    this.operator = operator;
    this.attributes = attributes;
    this.scope = scope;
    this.inputs = inputs;
    this.outputs = outputs;
    this.cost = cost;
    this.multiplicity = multiplicity;
  }

  /**
   * Operator and version.
   *
   * @return the operator
   */
  public OperatorId operator() {
    return operator;
  }

  /**
   * Attributes of the node.
   *
   * @return the attributes
   */
  public Attributes attributes() {
    return attributes;
  }

  /**
   * Module path of the layer.
   *
   * @return names, outermost first; empty if the exporter recorded none
   */
  public List<String> scope() {
    return scope;
  }

  /**
   * Number of inputs, absent ones in between included.
   *
   * @return the number
   */
  public int inputCount() {
    return inputs.size();
  }

  /**
   * Tells whether an input is there.
   *
   * @param index position
   * @return false if it is absent
   */
  public boolean hasInput(int index) {
    return index < inputs.size() && inputs.get(index) != null;
  }

  /**
   * One input.
   *
   * @param index position of an input that is there
   * @return the input
   */
  public Input input(int index) {
    return Objects.requireNonNull(inputs.get(index), "input is absent");
  }

  /**
   * Types of the outputs.
   *
   * @return the types
   */
  public List<ValueType> outputs() {
    return outputs;
  }

  /**
   * What the layer's counter says, for one execution.
   *
   * @return the cost
   */
  public Cost cost() {
    return cost;
  }

  /**
   * How often the layer is executed in one inference.
   *
   * @return 1 in the main graph; trip counts and calls multiplied elsewhere, between 0 and 1 in a
   *     branch that may not be taken
   */
  public Amount multiplicity() {
    return multiplicity;
  }
}
