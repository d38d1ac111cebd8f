package io.modelcounter.cli.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which plugins are used. */
public final class PluginOptions {
  @Option(
      names = "--plugin",
      paramLabel = "FILE",
      description = {
        "Use a plugin: a jar, a directory with the jars of one plugin, or a rule file (YAML or"
            + " JSON). A jar runs with your rights. Repeatable."
      })
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--plugin-dir",
      paramLabel = "DIR",
      description = "Use the plugins in a directory. Repeatable.")
  private List<String> directories = new ArrayList<>();

  @Option(
      names = "--no-plugins",
      description = {
        "Use no plugins but those of --plugin and --plugin-dir; 'modelcounter plugin path' shows"
            + " where others are found."
      })
  private boolean explicitOnly;

  @Option(
      names = "--disable-plugin",
      paramLabel = "ID",
      description = "Leave a plugin out. Repeatable.")
  private List<String> disabled = new ArrayList<>();

  @Option(
      names = "--prefer",
      paramLabel = "ID",
      description = {
        "Let a plugin come first where another one, a function of the model or ModelCounter itself"
            + " counts the same operator. Repeatable."
      })
  private List<String> preferred = new ArrayList<>();

  @Option(
      names = "--plugin-sha256",
      paramLabel = "FILE",
      description = {
        "Use only plugin files whose SHA-256 stands in a list as 'sha256sum' writes it."
      })
  private @Nullable String hashes;

  /** Makes the options. */
  public PluginOptions() {}

  /** What was asked for, where no model is analysed. */
  public PluginRequest request() {
    return request(false);
  }

  /** What was asked for. */
  PluginRequest request(boolean keepsGoing) {
    return new PluginRequest(
        files,
        directories,
        explicitOnly,
        disabled,
        preferred,
        Optional.ofNullable(hashes),
        keepsGoing);
  }
}
