package io.modelcounter.cli.plugin;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which plugins an analysis uses, and what becomes of their failures. */
public final class AnalysisPluginOptions {
  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(
      names = "--keep-going",
      description = {
        "Go on where a plugin fails while a model is analysed: the layer is unknown then, and a"
            + " warning says why."
      })
  private boolean keepGoing;

  /** Makes the options. */
  public AnalysisPluginOptions() {}

  /** What was asked for. */
  public PluginRequest request() {
    return plugins.request(keepGoing);
  }
}
