package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Console;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The places where plugins are found without being named on the command line. The current directory
 * and that of the model are never among them.
 */
final class PluginPlaces {
  static final String PATH = "MODELCOUNTER_PLUGIN_PATH";
  static final String USER = "user";
  static final String INSTALLATION = "installation";

  private static final String DATA_HOME = "XDG_DATA_HOME";
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final String LIBRARIES = "lib";
  private static final String PLUGINS = "plugins";

  private final Console console;
  private final Optional<Path> installation;

  /**
   * A place.
   *
   * @param origin what it follows from: an environment variable, the user or the installation
   * @param path a directory with plugins, or one plugin
   */
  record Place(String origin, Path path) {
    /** Tells whether it is wrong if nothing is there. */
    boolean isRequired() {
      return origin.equals(PATH);
    }

    boolean exists() {
      return Files.exists(path);
    }
  }

  PluginPlaces(Console console) {
    this(console, installation());
  }

  PluginPlaces(Console console, Optional<Path> installation) {
    this.console = console;
    this.installation = installation;
  }

  /**
   * All places in the order in which they are looked at.
   *
   * @throws CommandException if the environment names one that cannot be
   */
  List<Place> all() {
    List<Place> places = new ArrayList<>();
    console
        .environment(PATH)
        .ifPresent(
            entries ->
                SEPARATOR
                    .splitAsStream(entries)
                    .filter(entry -> !entry.isEmpty())
                    .map(PluginPlaces::absolute)
                    .forEach(path -> places.add(new Place(PATH, path))));
    dataHome()
        .map(home -> home.resolve("modelcounter").resolve(PLUGINS))
        .ifPresent(path -> places.add(new Place(USER, path)));
    installation
        .map(home -> home.resolve(PLUGINS))
        .ifPresent(path -> places.add(new Place(INSTALLATION, path)));
    return places;
  }

  /** A relative path would lead to other plugins in other directories. */
  private static Path absolute(String entry) {
    Path path;
    try {
      path = Path.of(entry);
    } catch (InvalidPathException invalid) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, PATH, "\"" + entry + "\": no file can have this name")
              .because(String.valueOf(invalid.getReason())));
    }
    if (!path.isAbsolute()) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, PATH, "\"" + entry + "\" is not an absolute path")
              .withHint("name directories from the root on"));
    }
    return path;
  }

  /** Where a user's data lies; the XDG specification ignores a relative path. */
  private Optional<Path> dataHome() {
    return directory(DATA_HOME)
        .or(() -> directory("HOME").map(home -> home.resolve(".local").resolve("share")))
        .or(() -> directory("LOCALAPPDATA"));
  }

  private Optional<Path> directory(String variable) {
    try {
      return console.environment(variable).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException noFile) {
      return Optional.empty();
    }
  }

  /** Where the command is installed: its jar lies in the directory {@code lib} there. */
  private static Optional<Path> installation() {
    CodeSource source = PluginPlaces.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()))
          .filter(Files::isRegularFile)
          .map(Path::getParent)
          .filter(lib -> lib.endsWith(LIBRARIES))
          .map(Path::getParent);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
      return Optional.empty();
    }
  }
}
