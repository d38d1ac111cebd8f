package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.PluginGuard;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What becomes of failures of plugins in one analysis. */
final class PluginFailures {
  private static final String NOTED = "W0713";
  private static final int MOST = 20;

  private final PluginSet plugins;
  private final boolean goesOn;
  private final Consumer<Diagnostic> diagnostics;
  private final Set<String> seen = new HashSet<>();

  private PluginFailures(PluginSet plugins, boolean goesOn, Consumer<Diagnostic> diagnostics) {
    this.plugins = plugins;
    this.goesOn = goesOn;
    this.diagnostics = diagnostics;
  }

  /**
   * Makes the guard of an analysis.
   *
   * @param plugins the plugins, for messages to say where a plugin comes from
   * @param goesOn whether the analysis goes on without what a failed plugin should have said
   * @param diagnostics receives the first failures, each place once
   * @return the guard
   */
  static PluginGuard guard(PluginSet plugins, boolean goesOn, Consumer<Diagnostic> diagnostics) {
    return PluginGuard.goingOn(new PluginFailures(plugins, goesOn, diagnostics)::take);
  }

  private void take(PluginFailureException failure) {
    PluginFailureException known =
        plugins.plugin(failure.plugin()).map(failure::of).orElse(failure);
    if (!goesOn) {
      throw known;
    }
    if (!seen.add(failure.plugin() + " " + failure.place())) {
      return;
    }
    if (seen.size() <= MOST) {
      diagnostics.accept(
          Diagnostic.warning(NOTED, failure.place(), known.reason())
              .withHint(PluginFailureException.HINT));
    } else if (seen.size() == MOST + 1) {
      diagnostics.accept(Diagnostic.warning(NOTED, "", "plugins failed at more places"));
    }
  }
}
