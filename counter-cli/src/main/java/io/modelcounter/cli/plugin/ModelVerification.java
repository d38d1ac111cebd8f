package io.modelcounter.cli.plugin;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginSet;
import io.modelcounter.spi.ModelInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks how a plugin answers for the layers of a model. */
final class ModelVerification {
  private static final String NO_FAILURE = "it fails at no layer of the model";
  private static final String SAME = "it answers the same when it is asked twice";
  private static final String USED = "it counts layers of the model";
  private static final String FAILURE = "W0713";

  private ModelVerification() {}

  /**
   * Analyses a model without the plugin, and twice with it.
   *
   * @param model the model
   * @param plugins the plugin and what comes with ModelCounter
   * @param id id of the plugin
   */
  static List<Finding> of(Path model, PluginSet plugins, String id) {
    Analysis without;
    try (PluginSet builtIn = Plugins.builtIn().load()) {
      without = analyze(model, builtIn);
    }
    Analysis first = analyze(model, plugins);
    Analysis second = analyze(model, plugins);
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> failures =
        first.diagnostics().stream()
            .filter(diagnostic -> diagnostic.code().equals(FAILURE))
            .toList();
    failures.forEach(
        failure ->
            findings.add(Finding.failed(NO_FAILURE, failure.place() + ": " + failure.message())));
    if (failures.isEmpty()) {
      findings.add(Finding.passed(NO_FAILURE, ""));
    }
    findings.add(same(first, second));
    findings.add(used(without, first, id));
    return findings;
  }

  private static Analysis analyze(Path model, PluginSet plugins) {
    return Analyzer.using(plugins)
        .analyze(ModelInput.of(model), AnalysisOptions.defaults().goingOnWithoutFailedPlugins());
  }

  private static Finding same(Analysis first, Analysis second) {
    for (int i = 0; i < first.layers().size(); i++) {
      LayerCost layer = first.layers().get(i);
      if (!answer(layer).equals(answer(second.layers().get(i)))) {
        return Finding.failed(SAME, "the answers for layer " + layer.name() + " differ");
      }
    }
    return Finding.passed(SAME, first.layers().size() + " layers");
  }

  private static List<String> answer(LayerCost layer) {
    return List.of(
        layer.status().text(),
        layer.cost().low().toString(),
        layer.cost().high().toString(),
        layer.traffic().toString(),
        layer.parameters().toString(),
        layer.outputs().toString());
  }

  private static Finding used(Analysis without, Analysis with, String id) {
    long counted = with.layers().stream().filter(layer -> layer.countedBy().equals(id)).count();
    String change =
        "unknown are "
            + without.coverage().unknown()
            + " layers without it, "
            + with.coverage().unknown()
            + " with it";
    return counted == 0
        ? Finding.warning(USED, "it counts none; " + change)
        : Finding.passed(
            USED, "it counts " + counted + " of " + with.layers().size() + "; " + change);
  }
}
