package io.modelcounter.cost;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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
  private final Supplier<Optional<ModuleCall>> moduleCall;
  private final Supplier<List<CompositePart>> parts;

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
    this(
        operator,
        attributes,
        scope,
        inputs,
        outputs,
        cost,
        multiplicity,
        Optional::empty,
        List::of);
  }

  private LayerView(
      OperatorId operator,
      Attributes attributes,
      List<String> scope,
      List<@Nullable Input> inputs,
      List<ValueType> outputs,
      Cost cost,
      Amount multiplicity,
      Supplier<Optional<ModuleCall>> moduleCall,
      Supplier<List<CompositePart>> parts) {
    this.operator = operator;
    this.attributes = attributes;
    this.scope = scope;
    this.inputs = inputs;
    this.outputs = outputs;
    this.cost = cost;
    this.multiplicity = multiplicity;
    this.moduleCall = moduleCall;
    this.parts = parts;
  }

  /**
   * This view with what the layer is part of; for the engine and for tests of conventions.
   *
   * @param call gives the call of the module around it; asked again whenever a convention asks
   * @param newParts gives what it is to the operations that it is part of, the smallest operation
   *     first; asked again whenever a convention asks
   * @return the new view
   */
  public LayerView within(
      Supplier<Optional<ModuleCall>> call, Supplier<List<CompositePart>> newParts) {
    return new LayerView(
        operator, attributes, scope, inputs, outputs, cost, multiplicity, call, newParts);
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

  /**
   * Call of the module around the layer.
   *
   * @return the call, or empty if the exporter recorded no module
   */
  public Optional<ModuleCall> moduleCall() {
    return moduleCall.get();
  }

  /**
   * What the layer is to the operations that it is part of.
   *
   * @return parts of different kinds, that of the smallest operation first; empty if no operation
   *     of a framework was recognised
   */
  public List<CompositePart> parts() {
    return parts.get();
  }

  /**
   * What the layer is to an operation of a certain kind.
   *
   * @param kind the kind
   * @return the part, or empty if the layer is not part of such an operation
   */
  public Optional<CompositePart> part(CompositeKind kind) {
    return parts().stream().filter(part -> part.kind() == kind).findFirst();
  }

  /**
   * Number of elements of an input.
   *
   * @param index position of an input that is there
   * @return the number, or empty if it is not known or the input is not a tensor
   */
  public Optional<Size> inputElements(int index) {
    return elements(input(index).type());
  }

  /**
   * Number of elements of an output.
   *
   * @param index position of an output
   * @return the number, or empty if it is not known or the output is not a tensor
   */
  public Optional<Size> outputElements(int index) {
    return elements(outputs.get(index));
  }

  private static Optional<Size> elements(ValueType type) {
    return type instanceof TensorType tensor && tensor.shape().hasRank()
        ? Optional.of(tensor.shape().elements())
        : Optional.empty();
  }
}
