package io.modelcounter.core;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.Reading;
import io.modelcounter.core.counting.CountedModel;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.counting.NodeCounting;
import io.modelcounter.core.inference.ModelTyping;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.memory.LiveMemory;
import io.modelcounter.core.memory.StoredTensors;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.core.quantization.QuantizedModel;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Analyses models: reads, infers, counts, and sums up.
 *
 * <p>An analyzer is immutable and may be used from several threads.
 */
public final class Analyzer {
  private static final List<String> ALWAYS = List.of("macs", "flops");

  private final PluginSet plugins;

  private Analyzer(PluginSet plugins) {
    this.plugins = plugins;
  }

  /**
   * Analyzer with the plugins and readers that a class loader sees.
   *
   * @param loader the class loader
   * @return the analyzer
   * @throws PluginException if a plugin cannot be used
   */
  public static Analyzer using(ClassLoader loader) {
    return using(PluginSet.builder().classPath(loader).load());
  }

  /**
   * Analyzer with a set of plugins, which must stay open as long as the analyzer is used.
   *
   * @param plugins the plugins
   * @return the analyzer
   */
  public static Analyzer using(PluginSet plugins) {
    return new Analyzer(plugins);
  }

  /**
   * Analyses a model file.
   *
   * @param input the file
   * @param options what is asked for
   * @return the analysis
   * @throws ModelException if the file cannot be read, is not a model, or contradicts itself
   * @throws OptionException if an option does not fit the model
   * @throws PluginException if a plugin fails
   */
  public Analysis analyze(ModelInput input, AnalysisOptions options) {
    return analyze(input, options, phase -> {});
  }

  /**
   * Analyses a model file and tells how far it is.
   *
   * @param input the file
   * @param options what is asked for
   * @param progress is told each phase when it begins, on the calling thread; what it throws ends
   *     the analysis
   * @return the analysis
   * @throws ModelException if the file cannot be read, is not a model, or contradicts itself
   * @throws OptionException if an option does not fit the model
   * @throws PluginException if a plugin fails
   */
  public Analysis analyze(
      ModelInput input, AnalysisOptions options, Consumer<AnalysisPhase> progress) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    progress.accept(AnalysisPhase.READING);
    Model model = ModelReading.read(plugins.readers(), input, diagnostics::add);
    return analyze(model, options, diagnostics, progress);
  }

  /**
   * Analyses a model that is already in memory.
   *
   * @param model the model
   * @param options what is asked for
   * @return the analysis
   * @throws ModelException if the model contradicts itself
   * @throws OptionException if an option does not fit the model
   * @throws PluginException if a plugin fails
   */
  public Analysis analyze(Model model, AnalysisOptions options) {
    return analyze(model, options, List.of(), phase -> {});
  }

  private Analysis analyze(
      Model model,
      AnalysisOptions options,
      List<Diagnostic> readerDiagnostics,
      Consumer<AnalysisPhase> progress) {
    CounterRegistry registry = plugins.registry();
    Optional<QuantizedModel.Result> found =
        QuantizedModel.of(
            model,
            operator ->
                registry.rule(operator).isPresent() && !registry.counters(operator).isEmpty());
    List<Diagnostic> diagnostics = new ArrayList<>(readerDiagnostics);
    UnaskedPlugins.report(model, plugins, diagnostics::add);
    Reading own = options.reading();
    if (found.isEmpty()) {
      return count(model, options, diagnostics, progress, Readings.alone(own));
    }
    QuantizedModel.Result fused = found.get();
    Readings asFused = Readings.fused(fused.operators());
    Readings asWritten = Readings.alone(Reading.AS_WRITTEN);
    if (own == Reading.FUSED) {
      Analysis written = count(model, options, diagnostics, phase -> {}, asWritten);
      return count(fused.model(), options, diagnostics, progress, asFused.with(written));
    }
    Readings both = asWritten;
    try {
      both = asWritten.with(count(fused.model(), options, diagnostics, phase -> {}, asFused));
    } catch (ModelException contradiction) {
      diagnostics.add(Readings.impossible(contradiction));
    }
    return count(model, options, diagnostics, progress, both);
  }

  private Analysis count(
      Model model,
      AnalysisOptions options,
      List<Diagnostic> readerDiagnostics,
      Consumer<AnalysisPhase> progress,
      Readings readings) {
    progress.accept(AnalysisPhase.SHAPES);
    List<Diagnostic> diagnostics = new ArrayList<>(readerDiagnostics);
    PluginGuard guard =
        PluginFailures.guard(plugins, options.goesOnWithoutFailedPlugins(), diagnostics::add);
    CounterRegistry registry = plugins.registry();
    Map<String, CountingConvention> conventions = conventions(options, guard);
    InputTypes.Result inputs = InputTypes.of(model.graph(), options);
    TypedGraph main =
        ModelTyping.type(
            model,
            inputs.inputs(),
            registry,
            guard,
            options.useDeclaredTypes() && !inputs.isReplaced()
                ? Optional.of(inputs.bindings())
                : Optional.empty(),
            diagnostics::add);
    DeclaredTypes.compare(main, diagnostics::add);
    progress.accept(AnalysisPhase.COUNTING);
    Map<TypedGraph, List<CountedNode>> counted = NodeCounting.count(main, registry, guard);
    StoredTensors stored = StoredTensors.of(counted);
    IgnoredLayers ignored = new IgnoredLayers(options.ignored());
    CountedModel layers =
        new CountedModel(main, inputs.inputs(), counted, stored::isParameter, ignored);
    List<String> assumptions = new ArrayList<>(inputs.assumptions());
    ignored.assumption().ifPresent(assumptions::add);
    readings.assumption().ifPresent(assumptions::add);
    diagnostics.addAll(ignored.diagnostics());
    diagnostics.addAll(ConventionNotes.of(conventions.values(), layers));
    progress.accept(AnalysisPhase.MEMORY);
    return new ResultAssembly(model, main, layers, stored, conventions.values(), plugins)
        .assemble(
            LiveMemory.of(main, counted),
            inputs.inputs(),
            assumptions,
            diagnostics,
            readings,
            options.hasTerms());
  }

  private Map<String, CountingConvention> conventions(AnalysisOptions options, PluginGuard guard) {
    Map<String, CountingConvention> known = plugins.registry().conventions(guard);
    Map<String, CountingConvention> chosen = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(ALWAYS);
    ids.addAll(options.conventions());
    for (String id : ids) {
      CountingConvention convention = known.get(id);
      if (convention == null) {
        throw new OptionException(
            "there is no convention \""
                + id
                + "\"; there are "
                + String.join(", ", known.keySet()));
      }
      chosen.put(id, convention);
    }
    return chosen;
  }
}
