package io.modelcounter.cli.config;

import io.modelcounter.cli.message.Suggestions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that can have values from files and from the environment, by their keys. */
public final class ConfigOptions {
  /** Options that are about one run, or about the files themselves. */
  private static final Set<String> ONE_RUN =
      Set.of(
          "help",
          "version",
          "config",
          "isolated",
          "trust-project",
          "files-from",
          "null",
          "stdin-name",
          "show-files");

  /** Options by which a project could run its own code, or write files. */
  private static final Set<String> TRUSTED =
      Set.of(
          "plugin",
          "plugin-dir",
          "no-plugins",
          "disable-plugin",
          "prefer",
          "plugin-sha256",
          "output");

  private final Map<String, ConfigOption> options = new LinkedHashMap<>();

  private ConfigOptions() {}

  /**
   * The options of commands.
   *
   * @param commands the commands that have all of them
   */
  public static ConfigOptions of(CommandSpec... commands) {
    ConfigOptions all = new ConfigOptions();
    for (CommandSpec command : commands) {
      command.options().forEach(all::add);
    }
    return all;
  }

  private void add(OptionSpec spec) {
    String key = key(spec);
    if (!spec.hidden() && !ONE_RUN.contains(key)) {
      options.put(key, ConfigOption.of(key, TRUSTED.contains(key), spec));
    }
  }

  /** Tells whether a command has some of these options that not every command has. */
  public boolean isAbout(CommandSpec command) {
    return command.options().stream().anyMatch(spec -> !spec.inherited() && get(spec).isPresent());
  }

  private static String key(OptionSpec spec) {
    return spec.longestName().replaceFirst("^-+", "");
  }

  /** The options in the order of help. */
  Collection<ConfigOption> all() {
    return options.values();
  }

  Optional<ConfigOption> get(String key) {
    return Optional.ofNullable(options.get(key));
  }

  /** The same option, if it is one of these and not another one of the same name. */
  Optional<ConfigOption> get(OptionSpec spec) {
    return get(key(spec)).filter(option -> option.spec().userObject().equals(spec.userObject()));
  }

  /** What a key that there is not may have meant. */
  Optional<String> nearest(String key) {
    return Suggestions.nearest(key, options.keySet());
  }
}
