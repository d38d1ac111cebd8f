package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.plugin.PluginRequest;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginSet;
import java.util.function.Function;

/** Analyses one model for something else than its reports, once or in several ways. */
public final class SingleAnalysis {
  private SingleAnalysis() {}

  /**
   * Analyses a model.
   *
   * @param model the model
   * @param engine how to count it
   * @param request which plugins were asked for
   * @param plugins these plugins
   * @throws CommandException if a request is wrong or does not fit the model, or if the model or a
   *     plugin is wrong
   */
  public static Analysis of(
      ModelSource model, EngineRequest engine, PluginRequest request, PluginSet plugins) {
    Analyzer analyzer = Analyzer.using(plugins);
    try {
      return model.read(input -> analyzer.analyze(input, EngineOptions.of(engine, request)));
    } catch (RuntimeException failure) {
      throw Failures.explain(model.name(), failure);
    }
  }

  /**
   * Analyses a model in as many ways as somebody likes, with what its totals consist of.
   *
   * @param model the model, which is opened once
   * @param request which plugins were asked for
   * @param plugins these plugins
   * @param work asks for analyses; each may fail as an {@linkplain io.modelcounter.core.Analyzer
   *     analyzer} says
   * @return what the work returned
   * @throws CommandException if a request is wrong or does not fit the model, or if the model or a
   *     plugin is wrong
   */
  public static <R> R repeatedly(
      ModelSource model,
      PluginRequest request,
      PluginSet plugins,
      Function<Function<EngineRequest, Analysis>, R> work) {
    Analyzer analyzer = Analyzer.using(plugins);
    try {
      return model.read(
          input ->
              work.apply(
                  engine ->
                      analyzer.analyze(input, EngineOptions.of(engine, request).withTerms())));
    } catch (RuntimeException failure) {
      throw Failures.explain(model.name(), failure);
    }
  }
}
