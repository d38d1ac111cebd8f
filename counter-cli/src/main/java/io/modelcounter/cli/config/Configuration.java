package io.modelcounter.cli.config;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Console;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Values of options from the environment and from files. What the command line says wins over the
 * environment, that over the file of the project, and that over the file of the user; an option
 * with several values has those of one place.
 */
public final class Configuration {
  private static final Pattern LINES = Pattern.compile("\\R");

  private final ConfigOptions options;
  private final Map<String, Setting> settings = new HashMap<>();
  private final List<Message> warnings = new ArrayList<>();

  private Configuration(ConfigOptions options) {
    this.options = options;
  }

  /**
   * Reads what there is.
   *
   * @param request which files are read
   * @param options what can be set
   * @param console where variables of the environment are taken from
   * @param directory the working directory
   * @throws CommandException if a file or a variable is wrong
   */
  public static Configuration load(
      ConfigRequest request, ConfigOptions options, Console console, Path directory) {
    Configuration configuration = new Configuration(options);
    if (!request.isIsolated()) {
      configuration.addEnvironment(console);
    } else if (request.file().isPresent()) {
      throw CommandException.usage(
          Message.of(Codes.COMMAND_LINE, "", "--config and --isolated contradict each other"));
    }
    for (ConfigFile file : files(request, new ConfigPlaces(console, directory))) {
      configuration.addFile(file, request.trustsProject());
    }
    return configuration;
  }

  private static List<ConfigFile> files(ConfigRequest request, ConfigPlaces places) {
    if (request.isIsolated()) {
      return List.of();
    }
    List<ConfigFile> found = places.found();
    if (request.file().isEmpty()) {
      return found;
    }
    List<ConfigFile> files = new ArrayList<>();
    files.add(new ConfigFile(Origin.Kind.FILE, path(request.file().get())));
    found.stream().filter(file -> file.kind() == Origin.Kind.USER).forEach(files::add);
    return files;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException invalid) {
      throw CommandException.usage(
          Message.of(Codes.CONFIGURATION, "--config", "\"" + text + "\": no file has this name")
              .because(String.valueOf(invalid.getReason())));
    }
  }

  /**
   * Checks a file.
   *
   * @throws CommandException if something is wrong with it
   */
  public static void validate(String file, ConfigOptions options) {
    ConfigReader.read(path(file), options);
  }

  private void addEnvironment(Console console) {
    for (ConfigOption option : options.all()) {
      console
          .environment(option.variable())
          .ifPresent(text -> put(option, texts(option, text), environment(option)));
    }
  }

  private static Origin environment(ConfigOption option) {
    return new Origin(Origin.Kind.ENVIRONMENT, option.variable());
  }

  /** The values of a variable, one a line if there can be several. */
  private static List<String> texts(ConfigOption option, String text) {
    List<String> texts = option.isList() ? LINES.splitAsStream(text).toList() : List.of(text);
    for (String value : texts) {
      option
          .complaint(value)
          .ifPresent(
              complaint -> {
                throw CommandException.usage(
                    Message.of(
                        Codes.CONFIGURATION, option.variable(), "\"" + value + "\": " + complaint));
              });
    }
    return texts;
  }

  private void addFile(ConfigFile file, boolean isTrusted) {
    ConfigReader.read(file.path(), options)
        .forEach(
            (key, values) -> {
              ConfigOption option = options.get(key).orElseThrow();
              if (option.isTrusted() && file.kind() == Origin.Kind.PROJECT && !isTrusted) {
                warnings.add(notTrusted(file, key));
              } else {
                put(option, values, file.origin());
              }
            });
  }

  private static Message notTrusted(ConfigFile file, String key) {
    return Message.of(
            Codes.NOT_TRUSTED,
            file.path().toString(),
            "\"" + key + "\" is not taken from the file of a project")
        .withHint("if you trust the project, add --trust-project");
  }

  private void put(ConfigOption option, List<String> values, Origin origin) {
    settings.putIfAbsent(option.key(), new Setting(values, origin));
  }

  /** All options that can be set. */
  Collection<ConfigOption> options() {
    return options.all();
  }

  /** What an option has if the command line does not name it. */
  Setting setting(ConfigOption option) {
    Setting known = settings.get(option.key());
    return known == null ? new Setting(option.defaults(), Origin.DEFAULT) : known;
  }

  /** What was not taken, for the user to know. */
  public List<Message> warnings() {
    return List.copyOf(warnings);
  }

  /** Gives their values to the options of a command line that it does not name itself. */
  public void apply(ParseResult parsed) {
    List<ParseResult> chain = new ArrayList<>();
    for (ParseResult next = parsed; next != null; next = next.subcommand()) {
      chain.add(next);
    }
    for (OptionSpec spec : chain.get(chain.size() - 1).commandSpec().options()) {
      Optional<ConfigOption> option = options.get(spec);
      if (option.isPresent() && !isNamed(spec, chain)) {
        Setting setting = settings.get(option.get().key());
        if (setting != null) {
          owner(spec).setValue(option.get().converted(setting.values()));
        }
      }
    }
  }

  private static OptionSpec owner(OptionSpec spec) {
    return spec.root() instanceof OptionSpec root ? root : spec;
  }

  private static boolean isNamed(OptionSpec spec, List<ParseResult> chain) {
    return chain.stream().anyMatch(parsed -> parsed.hasMatchedOption(spec.longestName()));
  }
}
