package io.modelcounter.cli.plugin;

import io.modelcounter.core.PluginSet;
import java.nio.file.Path;

/** Jars, directories with jars, and what is no plugin at all. */
final class JarSource implements PluginSource {
  JarSource() {}

  @Override
  public boolean accepts(Path file) {
    return true;
  }

  @Override
  public void addTo(PluginSet.Builder plugins, Path file) {
    plugins.file(file);
  }

  @Override
  public void addAllTo(PluginSet.Builder plugins, Path directory) {
    plugins.directory(directory);
  }
}
