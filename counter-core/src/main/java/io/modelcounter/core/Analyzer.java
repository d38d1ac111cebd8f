package io.modelcounter.core;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.counting.CountedModel;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.counting.NodeCounting;
import io.modelcounter.core.inference.ModelTyping;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.memory.LiveMemory;
import io.modelcounter.core.memory.StoredTensors;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginLoader;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Analyses models: reads, infers, counts, and sums up.
 *
 * <p>An analyzer is immutable and may be used from several threads.
 */
public final class Analyzer {
  private static final List<String> ALWAYS = List.of("macs", "flops");

  private final CounterRegistry registry;
  private final List<ModelReader> readers;

  private Analyzer(CounterRegistry registry, List<ModelReader> readers) {
    this.registry = registry;
    this.readers = readers;
  }

  /**
   * Analyzer with the plugins and readers that a class loader sees.
   *
   * @param loader the class loader
   * @return the analyzer
   * @throws PluginException if a plugin cannot be used
   */
  public static Analyzer using(ClassLoader loader) {
    return new Analyzer(
        CounterRegistry.of(PluginLoader.plugins(loader)), PluginLoader.readers(loader));
  }

  /**
   * Analyses a model file. If no reader takes the file for its own, the first one is asked to say
   * what is wrong with it.
   *
   * @param input the file
   * @param options what is asked for
   * @return the analysis
   * @throws ModelException if the file cannot be read, is not a model, or contradicts itself
   * @throws OptionException if an option does not fit the model
   */
  public Analysis analyze(ModelInput input, AnalysisOptions options) {
    if (readers.isEmpty()) {
      throw new ModelException("E0104", "", "there is no reader for any file format");
    }
    ModelReader chosen =
        readers.stream().filter(reader -> reader.accepts(input)).findFirst().orElse(readers.get(0));
    List<Diagnostic> diagnostics = new ArrayList<>();
    return analyze(chosen.read(input, diagnostics::add), options, diagnostics);
  }

  /**
   * Analyses a model that is already in memory.
   *
   * @param model the model
   * @param options what is asked for
   * @return the analysis
   * @throws ModelException if the model contradicts itself
   * @throws OptionException if an option does not fit the model
   */
  public Analysis analyze(Model model, AnalysisOptions options) {
    return analyze(model, options, List.of());
  }

  private Analysis analyze(
      Model model, AnalysisOptions options, List<Diagnostic> readerDiagnostics) {
    Map<String, CountingConvention> conventions = conventions(options);
    List<Diagnostic> diagnostics = new ArrayList<>(readerDiagnostics);
    InputTypes.Result inputs = InputTypes.of(model.graph(), options);
    TypedGraph main =
        ModelTyping.type(
            model,
            inputs.inputs(),
            registry,
            options.useDeclaredTypes() && !inputs.isReplaced()
                ? Optional.of(inputs.bindings())
                : Optional.empty(),
            diagnostics::add);
    DeclaredTypes.compare(main, diagnostics::add);
    Map<TypedGraph, List<CountedNode>> counted = NodeCounting.count(main, registry);
    StoredTensors stored = StoredTensors.of(counted);
    CountedModel layers = new CountedModel(main, inputs.inputs(), counted, stored::isParameter);
    return new ResultAssembly(model, main, layers, stored, conventions.values())
        .assemble(LiveMemory.of(main, counted), inputs.inputs(), inputs.assumptions(), diagnostics);
  }

  private Map<String, CountingConvention> conventions(AnalysisOptions options) {
    Map<String, CountingConvention> chosen = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(ALWAYS);
    ids.addAll(options.conventions());
    for (String id : ids) {
      CountingConvention convention = registry.conventions().get(id);
      if (convention == null) {
        throw new OptionException(
            "there is no convention \""
                + id
                + "\"; there are "
                + String.join(", ", registry.conventions().keySet()));
      }
      chosen.put(id, convention);
    }
    return chosen;
  }
}
