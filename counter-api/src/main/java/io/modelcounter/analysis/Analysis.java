package io.modelcounter.analysis;

import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final Map<String, List<NamedAmount>> terms;
  private final Coverage coverage;
  private final MemoryProfile memory;
  private final List<StoredTensor> storedTensors;
  private final List<PluginUse> plugins;
  private final List<String> assumptions;
  private final List<Diagnostic> diagnostics;
  private final Reading reading;
  private final @Nullable Analysis otherReading;

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
    this.terms = builder.terms;
    this.coverage = Coverage.of(layers);
    this.memory = Objects.requireNonNull(builder.memory, "memory");
    this.storedTensors = builder.storedTensors;
    this.plugins = builder.plugins;
    this.assumptions = builder.assumptions;
    this.diagnostics = builder.diagnostics;
    this.reading = builder.reading;
    this.otherReading = builder.otherReading;
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
   * First size of the inputs, as far as they have sizes, if it is the same in all of them.
   *
   * @return the number of samples, or empty if inputs differ in it or none has one
   */
  public Optional<Size> batch() {
    Set<Size> first = new HashSet<>();
    for (ValueInfo input : inputs) {
      if (input.type() instanceof TensorType tensor
          && tensor.shape().hasRank()
          && tensor.shape().rank() > 0) {
        first.add(tensor.shape().dim(0));
      }
    }
    return first.size() == 1 ? Optional.of(first.iterator().next()) : Optional.empty();
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
   * The layers that totals, modules and coverage hold.
   *
   * @return all layers but those that were asked to be left out
   */
  public List<LayerCost> countedLayers() {
    return layers.stream().filter(layer -> !layer.isIgnored()).toList();
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
   * What the total under each convention consists of.
   *
   * @return parts by id of the convention; empty unless they were asked for
   */
  public Map<String, List<NamedAmount>> terms() {
    return terms;
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
   * Plugins that took part: of those that come with ModelCounter the ones that counted a layer, of
   * others all.
   *
   * @return the plugins
   */
  public List<PluginUse> plugins() {
    return plugins;
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
   * How operators between DequantizeLinear and QuantizeLinear are read.
   *
   * @return the reading
   */
  public Reading reading() {
    return reading;
  }

  /**
   * The same model in the other reading of its operators between DequantizeLinear and
   * QuantizeLinear.
   *
   * @return its analysis; empty if there is no operator that the readings take differently
   */
  public Optional<Analysis> otherReading() {
    return Optional.ofNullable(otherReading);
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
    Analysis other = otherReading == null ? null : otherReading.bind(bindings);
    MemoryProfile boundMemory = memory.bind(bindings);
    return of(origin)
        .model(producer, formatVersion, opsets)
        .values(bind(inputs, bindings), bind(outputs, bindings))
        .conventions(conventions)
        .layers(layers.stream().map(layer -> layer.bind(bindings)).toList())
        .modules(modules.bind(bindings))
        .totals(totals.bind(bindings, boundMemory.peak()))
        .terms(bind(terms, bindings))
        .memory(boundMemory)
        .storedTensors(storedTensors)
        .plugins(plugins)
        .notes(assumptions, diagnostics)
        .readings(reading, other)
        .build();
  }

  private static List<ValueInfo> bind(List<ValueInfo> values, Bindings bindings) {
    return values.stream().map(value -> value.bind(bindings)).toList();
  }

  private static Map<String, List<NamedAmount>> bind(
      Map<String, List<NamedAmount>> terms, Bindings bindings) {
    Map<String, List<NamedAmount>> bound = new LinkedHashMap<>();
    terms.forEach(
        (convention, parts) ->
            bound.put(
                convention,
                parts.stream()
                    .map(part -> new NamedAmount(part.name(), part.amount().bind(bindings)))
                    .toList()));
    return bound;
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
    private Map<String, List<NamedAmount>> terms = Map.of();
    private @Nullable MemoryProfile memory;
    private List<StoredTensor> storedTensors = List.of();
    private List<PluginUse> plugins = List.of();
    private List<String> assumptions = List.of();
    private List<Diagnostic> diagnostics = List.of();
    private Reading reading = Reading.AS_WRITTEN;
    private @Nullable Analysis otherReading;

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
     * Sets what the totals consist of.
     *
     * @param parts parts by id of the convention
     * @return this
     */
    public Builder terms(Map<String, List<NamedAmount>> parts) {
      terms = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
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
     * Sets the plugins that took part.
     *
     * @param uses the plugins
     * @return this
     */
    public Builder plugins(List<PluginUse> uses) {
      plugins = List.copyOf(uses);
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
     * Sets how operators between DequantizeLinear and QuantizeLinear are read.
     *
     * @param own the reading of this analysis
     * @param other the same model in the other reading; null if the readings do not differ
     * @return this
     */
    public Builder readings(Reading own, @Nullable Analysis other) {
      reading = own;
      otherReading = other;
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
