package io.modelcounter.cli.plugin;

import io.modelcounter.core.PluginSet;
import java.nio.file.Path;
import java.util.List;

/** A kind of file that can be a plugin. */
interface PluginSource {
  /** All kinds; the first that accepts a file takes it, and the last accepts every one. */
  List<PluginSource> ALL = List.of(new RuleSource(), new JarSource());

  /** Tells by its name whether a file is of this kind. */
  boolean accepts(Path file);

  /** Adds the plugin that a file holds; what is wrong with it shows when the plugins are loaded. */
  void addTo(PluginSet.Builder plugins, Path file);

  /**
   * Adds the plugins that the files of this kind in a directory hold; whether it is one that can be
   * read is looked at elsewhere.
   */
  void addAllTo(PluginSet.Builder plugins, Path directory);

  /** Adds the plugins in a directory. */
  static void addAll(PluginSet.Builder plugins, Path directory) {
    ALL.forEach(source -> source.addAllTo(plugins, directory));
  }

  /** Adds the plugin that a file of any kind holds. */
  static void add(PluginSet.Builder plugins, Path file) {
    ALL.stream()
        .filter(source -> source.accepts(file))
        .findFirst()
        .orElseThrow()
        .addTo(plugins, file);
  }
}
