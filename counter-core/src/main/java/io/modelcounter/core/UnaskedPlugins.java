package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Model;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.LayerCounter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Plugins of others that nobody asks, because functions of the model come first. */
final class UnaskedPlugins {
  private static final String CODE = "W0714";

  private UnaskedPlugins() {}

  /**
   * Reports them.
   *
   * @param model the model
   * @param plugins the plugins
   * @param diagnostics receives a remark for each function that a plugin counts as well
   */
  static void report(Model model, PluginSet plugins, Consumer<Diagnostic> diagnostics) {
    List<FunctionId> functions =
        model.functions().keySet().stream()
            .sorted(Comparator.comparing(FunctionId::toString))
            .toList();
    for (FunctionId function : functions) {
      long version = model.opsets().getOrDefault(function.domain(), 1L);
      report(
          new OperatorId(
              function.domain(), function.name(), (int) Math.min(version, Integer.MAX_VALUE)),
          plugins,
          diagnostics);
    }
  }

  private static void report(
      OperatorId operator, PluginSet plugins, Consumer<Diagnostic> diagnostics) {
    CounterRegistry registry = plugins.registry();
    if (!registry.preferredCounters(operator).isEmpty()) {
      return;
    }
    for (Registered<LayerCounter> counter : registry.counters(operator)) {
      plugins
          .plugin(counter.plugin())
          .filter(plugin -> !plugin.origin().isBuiltIn())
          .ifPresent(
              plugin ->
                  diagnostics.accept(
                      Diagnostic.info(
                              CODE,
                              "function " + operator.domain() + ":" + operator.name(),
                              "plugin "
                                  + plugin.name()
                                  + " counts it too, but a function of the model comes first")
                          .withHint("to let the plugin come first: --prefer " + plugin.id())));
    }
  }
}
