package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.report.table.Numbers;
import java.util.List;

/** Plugins that do not come with ModelCounter, which a reader must know to trust the numbers. */
public final class OutsidePlugins {
  /** Heading over them. */
  public static final String TITLE = "Plugins";

  private static final int SHORT_HASH = 12;

  private OutsidePlugins() {}

  /**
   * Plugins of an analysis that are not built in, also those that counted nothing.
   *
   * @param analysis the analysis
   * @return the plugins
   */
  public static List<PluginUse> of(Analysis analysis) {
    return analysis.plugins().stream()
        .filter(plugin -> plugin.origin() != PluginUse.Origin.BUILT_IN)
        .toList();
  }

  /**
   * Says what a plugin did.
   *
   * @param plugin the plugin
   * @return for example {@code 12 layers counted by acme 1.2.0 (acme.jar, sha256 3f2a51c09d1e...)}
   */
  public static String sentence(PluginUse plugin) {
    int layers = plugin.layers();
    return Numbers.grouped(layers)
        + (layers == 1 ? " layer" : " layers")
        + " counted by "
        + plugin.id()
        + " "
        + plugin.version()
        + plugin.file().map(file -> " (" + file + hash(plugin) + ")").orElse("");
  }

  private static String hash(PluginUse plugin) {
    return plugin
        .sha256()
        .map(hash -> ", sha256 " + hash.substring(0, Math.min(hash.length(), SHORT_HASH)) + "...")
        .orElse("");
  }
}
