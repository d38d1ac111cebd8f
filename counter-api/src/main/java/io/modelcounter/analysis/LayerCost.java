package io.modelcounter.analysis;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one layer costs.
 *
 * <p>Amounts include the multiplicity: they are what the layer adds to one inference.
 */
public final class LayerCost {
  private final int index;
  private final String name;
  private final List<String> scope;
  private final OperatorId operator;
  private final String graph;
  private final Amount multiplicity;
  private final Cost cost;
  private final String countedBy;
  private final Map<String, Amount> amounts;
  private final Amount parameters;
  private final Amount weightBytes;
  private final Traffic traffic;
  private final List<ValueInfo> inputs;
  private final List<ValueInfo> outputs;
  private final boolean ignored;

  private LayerCost(Builder builder) {
    this.index = builder.index;
    this.name = builder.name;
    this.scope = builder.scope;
    this.operator = builder.operator;
    this.graph = builder.graph;
    this.multiplicity = builder.multiplicity;
    this.cost = Objects.requireNonNull(builder.cost, "cost");
    this.countedBy = builder.countedBy;
    this.amounts = Collections.unmodifiableMap(builder.amounts);
    this.parameters = builder.parameters;
    this.weightBytes = builder.weightBytes;
    this.traffic = builder.traffic;
    this.inputs = List.copyOf(builder.inputs);
    this.outputs = List.copyOf(builder.outputs);
    this.ignored = builder.ignored;
  }

  /**
   * Starts a layer; for the engine.
   *
   * @param index position among all layers, from 0
   * @param operator operator and version
   * @return the builder
   */
  public static Builder of(int index, OperatorId operator) {
    return new Builder(index, operator);
  }

  /**
   * Position among all layers.
   *
   * @return index from 0
   */
  public int index() {
    return index;
  }

  /**
   * Name of the node.
   *
   * @return a text that is never empty; not necessarily unique
   */
  public String name() {
    return name;
  }

  /**
   * Module path.
   *
   * @return names, outermost first; empty if the exporter recorded none
   */
  public List<String> scope() {
    return scope;
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
   * Graph that the node stands in.
   *
   * @return {@code main}, or a path such as {@code main/loop_3/body}
   */
  public String graph() {
    return graph;
  }

  /**
   * How often the layer is executed in one inference.
   *
   * @return 1 in the main graph; between 0 and 1 in a branch that may not be taken
   */
  public Amount multiplicity() {
    return multiplicity;
  }

  /**
   * What the counter says of one execution.
   *
   * @return the cost
   */
  public Cost cost() {
    return cost;
  }

  /**
   * Who counted it.
   *
   * @return id of a plugin; empty if nobody knows the operator
   */
  public String countedBy() {
    return countedBy;
  }

  /**
   * How sure the amounts are.
   *
   * @return the status
   */
  public LayerStatus status() {
    if (cost.isFree()) {
      return LayerStatus.FREE;
    }
    if (cost.isUnknown()) {
      return LayerStatus.UNKNOWN;
    }
    boolean exact = cost.high().isPresent() && amounts.values().stream().allMatch(Amount::isExact);
    return exact ? LayerStatus.EXACT : LayerStatus.BOUNDED;
  }

  /**
   * Amount under a convention.
   *
   * @param convention id of a convention that was asked for
   * @return the amount, multiplicity included
   * @throws IllegalArgumentException if the convention was not asked for
   */
  public Amount amount(String convention) {
    Amount amount = amounts.get(convention);
    if (amount == null) {
      throw new IllegalArgumentException(
          "convention " + convention + " was not asked for, only " + amounts.keySet());
    }
    return amount;
  }

  /**
   * Amounts under all conventions that were asked for.
   *
   * @return unmodifiable map by convention id
   */
  public Map<String, Amount> amounts() {
    return amounts;
  }

  /**
   * Elements of the parameters that this layer is the first to use.
   *
   * @return their number
   */
  public Amount parameters() {
    return parameters;
  }

  /**
   * Bytes of the parameters that this layer is the first to use.
   *
   * @return the bytes
   */
  public Amount weightBytes() {
    return weightBytes;
  }

  /**
   * Bytes moved, multiplicity included.
   *
   * @return the traffic
   */
  public Traffic traffic() {
    return traffic;
  }

  /**
   * Inputs that are there, with their types.
   *
   * @return the inputs in order
   */
  public List<ValueInfo> inputs() {
    return inputs;
  }

  /**
   * Outputs that somebody wants, with their types.
   *
   * @return the outputs in order
   */
  public List<ValueInfo> outputs() {
    return outputs;
  }

  /**
   * Whether the layer was asked to be left out of the totals. Its own amounts are what they are.
   *
   * @return true if no total, module or coverage holds it
   */
  public boolean isIgnored() {
    return ignored;
  }

  /**
   * This layer with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound layer
   */
  public LayerCost bind(Bindings bindings) {
    Builder bound = new Builder(index, operator);
    bound.name = name;
    bound.scope = scope;
    bound.graph = graph;
    bound.multiplicity = multiplicity.bind(bindings);
    bound.cost = cost.bind(bindings);
    bound.countedBy = countedBy;
    amounts.forEach((id, amount) -> bound.amounts.put(id, amount.bind(bindings)));
    bound.parameters = parameters.bind(bindings);
    bound.weightBytes = weightBytes.bind(bindings);
    bound.traffic = traffic.bind(bindings);
    bound.inputs = bind(inputs, bindings);
    bound.outputs = bind(outputs, bindings);
    bound.ignored = ignored;
    return bound.build();
  }

  private static List<ValueInfo> bind(List<ValueInfo> values, Bindings bindings) {
    return values.stream().map(value -> value.bind(bindings)).toList();
  }

  @Override
  public String toString() {
    return name + " (" + operator.name() + "): " + cost;
  }

  /** Collects the parts of a {@link LayerCost}. */
  public static final class Builder {
    private final int index;
    private final OperatorId operator;
    private String name = "";
    private List<String> scope = List.of();
    private String graph = "main";
    private Amount multiplicity = Amount.unknown("not set");
    private @Nullable Cost cost;
    private String countedBy = "";
    private final Map<String, Amount> amounts = new TreeMap<>();
    private Amount parameters = Amount.zero();
    private Amount weightBytes = Amount.zero();
    private Traffic traffic = Traffic.NONE;
    private List<ValueInfo> inputs = new ArrayList<>();
    private List<ValueInfo> outputs = new ArrayList<>();
    private boolean ignored;

    private Builder(int index, OperatorId operator) {
      this.index = index;
      this.operator = operator;
    }

    /**
     * Sets name, module path and graph.
     *
     * @param nodeName name of the node
     * @param nodeScope module path
     * @param graphPath path of its graph
     * @return this
     */
    public Builder at(String nodeName, List<String> nodeScope, String graphPath) {
      name = nodeName;
      scope = nodeScope;
      graph = graphPath;
      return this;
    }

    /**
     * Sets the cost of one execution, who counted it, and how often it is executed.
     *
     * @param newCost the cost
     * @param plugin id of the plugin
     * @param executions how often it is executed
     * @return this
     */
    public Builder cost(Cost newCost, String plugin, Amount executions) {
      cost = newCost;
      countedBy = plugin;
      multiplicity = executions;
      return this;
    }

    /**
     * Adds the amount under a convention, multiplicity included.
     *
     * @param convention id of the convention
     * @param amount the amount
     * @return this
     */
    public Builder amount(String convention, Amount amount) {
      amounts.put(convention, amount);
      return this;
    }

    /**
     * Sets the parameters that the layer is the first to use.
     *
     * @param elements their number
     * @param bytes their bytes
     * @return this
     */
    public Builder parameters(Amount elements, Amount bytes) {
      parameters = elements;
      weightBytes = bytes;
      return this;
    }

    /**
     * Sets the bytes moved, multiplicity included.
     *
     * @param moved the traffic
     * @return this
     */
    public Builder traffic(Traffic moved) {
      traffic = moved;
      return this;
    }

    /**
     * Adds an input that is there.
     *
     * @param input name and type
     * @return this
     */
    public Builder input(ValueInfo input) {
      inputs.add(input);
      return this;
    }

    /**
     * Adds an output that somebody wants.
     *
     * @param output name and type
     * @return this
     */
    public Builder output(ValueInfo output) {
      outputs.add(output);
      return this;
    }

    /**
     * Leaves the layer out of the totals.
     *
     * @param isLeftOut whether it is left out
     * @return this
     */
    public Builder ignored(boolean isLeftOut) {
      ignored = isLeftOut;
      return this;
    }

    /**
     * Makes the layer.
     *
     * @return the layer
     */
    public LayerCost build() {
      return new LayerCost(this);
    }
  }
}
