package io.modelcounter.analysis;

import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that is known about the cost of one inference of a model. */
public final class Analysis {
  private final ModelOrigin origin;
  private final String producer;
  private final long formatVersion;
  private final Map<String, Long> opsets;
  private final List<ValueInfo> inputs;
  private final List<ValueInfo> outputs;
  private final Map<String, String> conventions;
  private final List<LayerCost> layers;
  private final ModuleCost modules;
  private final Totals totals;
  private final Coverage coverage;
  private final MemoryProfile memory;
  private final List<StoredTensor> storedTensors;
  private final List<String> assumptions;
  private final List<Diagnostic> diagnostics;

  private Analysis(Builder builder) {
    this.origin = builder.origin;
    this.producer = builder.producer;
    this.formatVersion = builder.formatVersion;
    this.opsets = builder.opsets;
    this.inputs = builder.inputs;
    this.outputs = builder.outputs;
    this.conventions = builder.conventions;
    this.layers = builder.layers;
    this.modules = Objects.requireNonNull(builder.modules, "modules");
    this.totals = Objects.requireNonNull(builder.totals, "totals");
    this.coverage = Coverage.of(layers);
    this.memory = Objects.requireNonNull(builder.memory, "memory");
    this.storedTensors = builder.storedTensors;
    this.assumptions = builder.assumptions;
    this.diagnostics = builder.diagnostics;
  }

  /**
   * Starts an analysis; for the engine.
   *
   * @param origin where the model was read from
   * @return the builder
   */
  public static Builder of(ModelOrigin origin) {
    return new Builder(origin);
  }

  /**
   * Where the model was read from.
   *
   * @return the origin
   */
  public ModelOrigin origin() {
    return origin;
  }

  /**
   * Name and version of the exporter.
   *
   * @return the producer; may be empty
   */
  public String producer() {
    return producer;
  }

  /**
   * Version of the file format.
   *
   * @return for example the ONNX IR version
   */
  public long formatVersion() {
    return formatVersion;
  }

  /**
   * Imported operator sets.
   *
   * @return version by domain
   */
  public Map<String, Long> opsets() {
    return opsets;
  }

  /**
   * Inputs of the main graph with the sizes in force.
   *
   * @return the inputs
   */
  public List<ValueInfo> inputs() {
    return inputs;
  }

  /**
   * Outputs of the main graph with inferred types.
   *
   * @return the outputs
   */
  public List<ValueInfo> outputs() {
    return outputs;
  }

  /**
   * Conventions that amounts are given in.
   *
   * @return description by id
   */
  public Map<String, String> conventions() {
    return conventions;
  }

  /**
   * All layers: those of the main graph in file order, then those of bodies.
   *
   * @return the layers
   */
  public List<LayerCost> layers() {
    return layers;
  }

  /**
   * The tree of modules.
   *
   * @return its root, the whole model
   */
  public ModuleCost modules() {
    return modules;
  }

  /**
   * What one inference costs.
   *
   * @return the totals
   */
  public Totals totals() {
    return totals;
  }

  /**
   * How many layers are known how well.
   *
   * @return the coverage
   */
  public Coverage coverage() {
    return coverage;
  }

  /**
   * Live activations over the execution.
   *
   * @return the profile
   */
  public MemoryProfile memory() {
    return memory;
  }

  /**
   * Tensors that the model stores, each with what it is and why.
   *
   * @return the tensors
   */
  public List<StoredTensor> storedTensors() {
    return storedTensors;
  }

  /**
   * What the numbers rest on beyond the model itself.
   *
   * @return sentences
   */
  public List<String> assumptions() {
    return assumptions;
  }

  /**
   * What is odd but did not stop the analysis.
   *
   * @return the diagnostics
   */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * Symbols of the file that sizes of inputs still hang on.
   *
   * @return the symbols, sorted
   */
  public Set<Symbol> symbols() {
    Set<Symbol> symbols = new TreeSet<>();
    for (ValueInfo input : inputs) {
      if (input.type() instanceof TensorType tensor && tensor.shape().hasRank()) {
        tensor.shape().dims().forEach(dim -> symbols.addAll(dim.symbols()));
      }
    }
    return symbols;
  }

  /**
   * This analysis with symbols replaced by values.
   *
   * <p>The numbers are those of an analysis with the same bindings, or intervals that hold them
   * where a decision hangs on a symbol.
   *
   * @param bindings values of symbols
   * @return the bound analysis
   */
  public Analysis bind(Bindings bindings) {
    MemoryProfile boundMemory = memory.bind(bindings);
    return of(origin)
        .model(producer, formatVersion, opsets)
        .values(bind(inputs, bindings), bind(outputs, bindings))
        .conventions(conventions)
        .layers(layers.stream().map(layer -> layer.bind(bindings)).toList())
        .modules(modules.bind(bindings))
        .totals(totals.bind(bindings, boundMemory.peak()))
        .memory(boundMemory)
        .storedTensors(storedTensors)
        .notes(assumptions, diagnostics)
        .build();
  }

  private static List<ValueInfo> bind(List<ValueInfo> values, Bindings bindings) {
    return values.stream().map(value -> value.bind(bindings)).toList();
  }

  /** Collects the parts of an {@link Analysis}. */
  public static final class Builder {
    private final ModelOrigin origin;
    private String producer = "";
    private long formatVersion;
    private Map<String, Long> opsets = Map.of();
    private List<ValueInfo> inputs = List.of();
    private List<ValueInfo> outputs = List.of();
    private Map<String, String> conventions = Map.of();
    private List<LayerCost> layers = List.of();
    private @Nullable ModuleCost modules;
    private @Nullable Totals totals;
    private @Nullable MemoryProfile memory;
    private List<StoredTensor> storedTensors = List.of();
    private List<String> assumptions = List.of();
    private List<Diagnostic> diagnostics = List.of();

    private Builder(ModelOrigin origin) {
      this.origin = origin;
    }

    /**
     * Sets facts of the file.
     *
     * @param exporter name and version of the exporter
     * @param version version of the file format
     * @param imports imported version by operator domain
     * @return this
     */
    public Builder model(String exporter, long version, Map<String, Long> imports) {
      producer = exporter;
      formatVersion = version;
      opsets = imports;
      return this;
    }

    /**
     * Sets inputs and outputs of the main graph.
     *
     * @param graphInputs inputs with the sizes in force
     * @param graphOutputs outputs with inferred types
     * @return this
     */
    public Builder values(List<ValueInfo> graphInputs, List<ValueInfo> graphOutputs) {
      inputs = List.copyOf(graphInputs);
      outputs = List.copyOf(graphOutputs);
      return this;
    }

    /**
     * Sets the conventions.
     *
     * @param descriptions description by id
     * @return this
     */
    public Builder conventions(Map<String, String> descriptions) {
      conventions = descriptions;
      return this;
    }

    /**
     * Sets the layers.
     *
     * @param all all layers
     * @return this
     */
    public Builder layers(List<LayerCost> all) {
      layers = List.copyOf(all);
      return this;
    }

    /**
     * Sets the tree of modules.
     *
     * @param root its root
     * @return this
     */
    public Builder modules(ModuleCost root) {
      modules = root;
      return this;
    }

    /**
     * Sets the totals.
     *
     * @param sums the totals
     * @return this
     */
    public Builder totals(Totals sums) {
      totals = sums;
      return this;
    }

    /**
     * Sets the memory profile.
     *
     * @param profile the profile
     * @return this
     */
    public Builder memory(MemoryProfile profile) {
      memory = profile;
      return this;
    }

    /**
     * Sets the stored tensors.
     *
     * @param tensors the tensors
     * @return this
     */
    public Builder storedTensors(List<StoredTensor> tensors) {
      storedTensors = List.copyOf(tensors);
      return this;
    }

    /**
     * Sets assumptions and diagnostics.
     *
     * @param sentences what the numbers rest on
     * @param found what is odd
     * @return this
     */
    public Builder notes(List<String> sentences, List<Diagnostic> found) {
      assumptions = List.copyOf(sentences);
      diagnostics = List.copyOf(found);
      return this;
    }

    /**
     * Makes the analysis.
     *
     * @return the analysis
     */
    public Analysis build() {
      return new Analysis(this);
    }
  }
}
