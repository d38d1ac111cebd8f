package io.modelcounter.spi;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node under one typing of its inputs: all that a shape rule or counter sees.
 *
 * <p>An absent optional input is one for which {@link #hasInput} answers false. A shape rule must
 * not ask for output types; a counter may.
 */
public final class Call {
  private final OperatorId operator;
  private final String name;
  private final Attributes attributes;
  private final List<@Nullable Inferred> inputs;
  private final List<Boolean> stored;
  private final List<String> outputNames;
  private final List<ValueType> outputs;

  private Call(Builder builder, List<ValueType> outputs) {
    this.operator = builder.operator;
    this.name = builder.name;
    this.attributes = builder.attributes;
    this.inputs = builder.inputs;
    this.stored = builder.stored;
    this.outputNames = builder.outputNames;
    this.outputs = outputs;
  }

  /**
   * Starts a call; for the engine and for tests.
   *
   * @param operator operator and version
   * @return the builder
   */
  public static Builder of(OperatorId operator) {
    return new Builder(operator);
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
   * Version of the operator.
   *
   * @return version since which the meaning in force holds
   */
  public int version() {
    return operator.version();
  }

  /**
   * Name of the node, for messages.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Attributes of the node, references to function attributes already replaced.
   *
   * @return the attributes
   */
  public Attributes attributes() {
    return attributes;
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
   * What is known of an input.
   *
   * @param index position
   * @return the input
   * @throws InvalidNodeException if it is absent
   */
  public Inferred input(int index) {
    if (index < inputs.size()) {
      Inferred input = inputs.get(index);
      if (input != null) {
        return input;
      }
    }
    throw new InvalidNodeException(operator.name() + " needs input " + index + ", which is absent");
  }

  /**
   * Type of an input.
   *
   * @param index position
   * @return the type
   * @throws InvalidNodeException if it is absent
   */
  public ValueType type(int index) {
    return input(index).type();
  }

  /**
   * Element type of a tensor input.
   *
   * @param index position
   * @return the element type; {@link ElementType#UNKNOWN} if it is not known
   * @throws InvalidNodeException if it is absent or not a tensor
   */
  public ElementType element(int index) {
    ValueType type = type(index);
    if (type instanceof TensorType tensor) {
      return tensor.element();
    }
    if (type instanceof SparseTensorType sparse) {
      return sparse.element();
    }
    if (type instanceof UnknownType) {
      return ElementType.UNKNOWN;
    }
    throw notATensor(index, type);
  }

  /**
   * Dimensions of a tensor input whose rank must be known.
   *
   * @param index position
   * @return a shape with a rank
   * @throws UnknownInputException if the rank is unknown; the engine then answers for the rule
   * @throws InvalidNodeException if it is absent or not a tensor
   */
  public Shape shape(int index) {
    Shape shape = shapeIfKnown(index);
    if (!shape.hasRank()) {
      throw new UnknownInputException(shape.unknownReason().orElse("a shape is not known"));
    }
    return shape;
  }

  /**
   * Dimensions of a tensor input that must have a certain rank.
   *
   * @param index position
   * @param rank how many dimensions the operator needs
   * @return a shape of that rank
   * @throws UnknownInputException if the rank is unknown; the engine then answers for the rule
   * @throws InvalidNodeException if it is absent, not a tensor, or of another rank
   */
  public Shape shape(int index, int rank) {
    Shape shape = shape(index);
    if (shape.rank() != rank) {
      throw new InvalidNodeException(
          "input "
              + index
              + " of "
              + operator.name()
              + " is "
              + shape
              + ", expected a tensor of rank "
              + rank);
    }
    return shape;
  }

  /**
   * Dimensions of a tensor input, known or not.
   *
   * @param index position
   * @return a shape, possibly of unknown rank
   * @throws InvalidNodeException if it is absent or not a tensor
   */
  public Shape shapeIfKnown(int index) {
    ValueType type = type(index);
    if (type instanceof TensorType tensor) {
      return tensor.shape();
    }
    if (type instanceof SparseTensorType sparse) {
      return sparse.shape();
    }
    if (type instanceof UnknownType unknown) {
      return Shape.unknownRank(unknown.reason());
    }
    throw notATensor(index, type);
  }

  /**
   * Elements of an input.
   *
   * @param index position
   * @return the elements, or empty if the input is absent or they are not known
   */
  public Optional<TensorValue> value(int index) {
    return hasInput(index) ? input(index).value() : Optional.empty();
  }

  /**
   * Elements of an integer input, for axes, sizes and the like.
   *
   * @param index position
   * @return the integers, or empty if the input is absent or one of them is not known
   */
  public Optional<List<Size>> sizes(int index) {
    return value(index).flatMap(TensorValue::asSizes);
  }

  /**
   * Tells whether an input is stored in the model, directly or through nodes that only rearrange or
   * convert it.
   *
   * @param index position
   * @return true for initializers, constants and what follows from one of them alone
   */
  public boolean isStored(int index) {
    return index < stored.size() && stored.get(index);
  }

  /**
   * Number of outputs that the node names, unwanted ones in between included.
   *
   * @return the number
   */
  public int outputCount() {
    return outputNames.size();
  }

  /**
   * Tells whether somebody wants an output.
   *
   * @param index position
   * @return true if the node gives it a name
   */
  public boolean hasOutput(int index) {
    return index < outputNames.size() && !outputNames.get(index).isEmpty();
  }

  /**
   * Inferred type of an output; for counters only.
   *
   * @param index position
   * @return the type
   */
  public ValueType outputType(int index) {
    return index < outputs.size()
        ? outputs.get(index)
        : ValueType.unknown("output " + index + " is not inferred");
  }

  /**
   * Inferred dimensions of an output whose rank must be known; for counters only.
   *
   * @param index position
   * @return a shape with a rank
   * @throws UnknownInputException if they are not known; the engine then answers for the counter
   */
  public Shape outputShape(int index) {
    ValueType type = outputType(index);
    if (type instanceof TensorType tensor && tensor.shape().hasRank()) {
      return tensor.shape();
    }
    String reason =
        type instanceof TensorType tensor
            ? tensor.shape().unknownReason().orElse("a shape is not known")
            : type instanceof UnknownType unknown
                ? unknown.reason()
                : "output " + index + " is not a tensor";
    throw new UnknownInputException(reason);
  }

  /**
   * Inferred element type of an output; for counters only.
   *
   * @param index position
   * @return the element type; {@link ElementType#UNKNOWN} if it is not known
   */
  public ElementType outputElement(int index) {
    return outputType(index) instanceof TensorType tensor ? tensor.element() : ElementType.UNKNOWN;
  }

  /**
   * A size that only the data decide, as a new symbol named after the node's output.
   *
   * @param output position of the output
   * @param label what is counted, for example {@code count}
   * @param reason why it is not known, as a clause that can follow "because"
   * @return the symbol as a size, at least 0
   */
  public Size freshSize(int output, String label, String reason) {
    return Size.of(Symbol.dataDependent(symbolName(output, label), reason));
  }

  /**
   * A size that only the data decide but that has an upper bound.
   *
   * @param output position of the output
   * @param label what is counted, for example {@code count}
   * @param reason why it is not known, as a clause that can follow "because"
   * @param upperBound the largest it can be
   * @return the symbol as a size, at least 0
   */
  public Size freshSize(int output, String label, String reason, Size upperBound) {
    return Size.of(Symbol.dataDependent(symbolName(output, label), reason, upperBound));
  }

  /**
   * This call with the types of its outputs, for counters.
   *
   * @param types types in order
   * @return the new call
   */
  public Call withOutputs(List<ValueType> types) {
    Builder same = new Builder(operator);
    same.name = name;
    same.attributes = attributes;
    same.inputs = inputs;
    same.stored = stored;
    same.outputNames = outputNames;
    return new Call(same, List.copyOf(types));
  }

  private String symbolName(int output, String label) {
    if (hasOutput(output)) {
      return outputNames.get(output) + "." + label;
    }
    String base = outputNames.stream().filter(other -> !other.isEmpty()).findFirst().orElse(name);
    return base + "." + output + "." + label;
  }

  private InvalidNodeException notATensor(int index, ValueType type) {
    return new InvalidNodeException(
        "input " + index + " of " + operator.name() + " is " + type.text() + ", expected a tensor");
  }

  @Override
  public String toString() {
    return operator.name() + inputs;
  }

  /** Collects the parts of a {@link Call}. */
  public static final class Builder {
    private final OperatorId operator;
    private String name;
    private Attributes attributes = Attributes.none();
    private List<@Nullable Inferred> inputs = new ArrayList<>();
    private List<Boolean> stored = new ArrayList<>();
    private List<String> outputNames = new ArrayList<>();

    private Builder(OperatorId operator) {
      this.operator = Objects.requireNonNull(operator);
      this.name = operator.name();
    }

    /**
     * Sets the node's name.
     *
     * @param nodeName the name
     * @return this
     */
    public Builder named(String nodeName) {
      name = nodeName;
      return this;
    }

    /**
     * Sets the attributes.
     *
     * @param nodeAttributes the attributes
     * @return this
     */
    public Builder attributes(Attributes nodeAttributes) {
      attributes = nodeAttributes;
      return this;
    }

    /**
     * Adds an input that the graph computes.
     *
     * @param input what is known of it
     * @return this
     */
    public Builder input(Inferred input) {
      inputs.add(input);
      stored.add(false);
      return this;
    }

    /**
     * Adds an input that the model stores.
     *
     * @param input what is known of it
     * @return this
     */
    public Builder storedInput(Inferred input) {
      inputs.add(input);
      stored.add(true);
      return this;
    }

    /**
     * Adds an absent optional input.
     *
     * @return this
     */
    public Builder absentInput() {
      inputs.add(null);
      stored.add(false);
      return this;
    }

    /**
     * Adds an output.
     *
     * @param outputName its name, unique within the analysis; empty if nobody wants it
     * @return this
     */
    public Builder output(String outputName) {
      outputNames.add(outputName);
      return this;
    }

    /**
     * Makes the call.
     *
     * @return the call, without output types
     */
    public Call build() {
      return new Call(this, List.of());
    }
  }
}
