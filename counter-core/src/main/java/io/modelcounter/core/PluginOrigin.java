package io.modelcounter.core;

import io.modelcounter.analysis.PluginUse;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a plugin comes from.
 *
 * @param kind what kind of place that is
 * @param version version of the plugin
 * @param file its jar, its directory with jars, or its file of rules; empty for what is built in
 * @param sha256 SHA-256 of the file, in hexadecimal digits; of a directory with jars, that of the
 *     list of their hashes; empty for what is built in
 */
public record PluginOrigin(
    PluginUse.Origin kind, String version, Optional<Path> file, Optional<String> sha256) {

  /**
   * Origin of what comes with ModelCounter.
   *
   * @param version version of ModelCounter
   * @return the origin
   */
  public static PluginOrigin builtIn(String version) {
    return new PluginOrigin(PluginUse.Origin.BUILT_IN, version, Optional.empty(), Optional.empty());
  }

  /**
   * Origin of a plugin that was read from a file.
   *
   * @param kind what kind of file that is
   * @param version version of the plugin
   * @param file the file
   * @param sha256 SHA-256 of its content, in hexadecimal digits
   * @return the origin
   */
  public static PluginOrigin of(PluginUse.Origin kind, String version, Path file, String sha256) {
    return new PluginOrigin(kind, version, Optional.of(file), Optional.of(sha256));
  }

  /**
   * Tells whether it comes with ModelCounter.
   *
   * @return false for plugins of others
   */
  public boolean isBuiltIn() {
    return kind == PluginUse.Origin.BUILT_IN;
  }

  /**
   * What a message is about.
   *
   * @return the path of the file, or {@code built in}
   */
  public String place() {
    return file.map(Path::toString).orElse("built in");
  }
}
