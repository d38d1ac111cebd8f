package io.modelcounter.core;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.counting.NodeCounting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of a model each plugin counted. */
final class PluginUses {
  private PluginUses() {}

  /**
   * Plugins that took part: of the built-in ones, and the engine, those that counted a layer, of
   * others all.
   */
  static List<PluginUse> of(PluginSet plugins, List<LayerCost> layers) {
    Map<String, Integer> counted = new HashMap<>();
    layers.forEach(layer -> counted.merge(layer.countedBy(), 1, Integer::sum));
    List<PluginUse> uses = new ArrayList<>();
    for (PluginInfo plugin : plugins.plugins()) {
      PluginUse use = use(plugin, counted.getOrDefault(plugin.id(), 0));
      if (use.layers() > 0 || use.origin() != PluginUse.Origin.BUILT_IN) {
        uses.add(use);
      }
    }
    Integer byEngine = counted.get(NodeCounting.ENGINE);
    if (byEngine != null) {
      uses.add(
          PluginUse.of(
              PluginUse.Origin.BUILT_IN, NodeCounting.ENGINE, PluginSet.engineVersion(), byEngine));
    }
    return uses;
  }

  private static PluginUse use(PluginInfo plugin, int layers) {
    PluginOrigin origin = plugin.origin();
    PluginUse use = PluginUse.of(origin.kind(), plugin.id(), origin.version(), layers);
    return origin
        .file()
        .map(Path::getFileName)
        .map(file -> use.from(file.toString(), origin.sha256()))
        .orElse(use);
  }
}
