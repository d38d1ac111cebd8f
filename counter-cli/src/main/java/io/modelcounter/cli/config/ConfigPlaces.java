package io.modelcounter.cli.config;

import io.modelcounter.cli.terminal.Console;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places where files with values of options are looked for. */
public final class ConfigPlaces {
  private static final String PROJECT_FILE = "modelcounter.yaml";
  private static final String REPOSITORY = ".git";

  private final Console console;
  private final Path directory;

  /**
   * Makes the places.
   *
   * @param console where the environment is taken from
   * @param directory the working directory
   */
  public ConfigPlaces(Console console, Path directory) {
    this.console = console;
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** All places, the one that wins first, whether there is a file or not. */
  public List<ConfigFile> all() {
    List<ConfigFile> places = new ArrayList<>();
    for (Path candidate : projectDirectories()) {
      places.add(new ConfigFile(Origin.Kind.PROJECT, candidate.resolve(PROJECT_FILE)));
    }
    userFile().ifPresent(file -> places.add(new ConfigFile(Origin.Kind.USER, file)));
    return places;
  }

  /** The files that there are: the nearest one of the project, and the one of the user. */
  List<ConfigFile> found() {
    List<ConfigFile> found = new ArrayList<>();
    for (ConfigFile place : all()) {
      boolean isSecond = found.stream().anyMatch(file -> file.kind() == place.kind());
      if (!isSecond && Files.exists(place.path(), LinkOption.NOFOLLOW_LINKS)) {
        found.add(place);
      }
    }
    return found;
  }

  /**
   * The working directory and those around it up to the root of the repository; outside a
   * repository, the working directory alone.
   */
  private List<Path> projectDirectories() {
    List<Path> directories = new ArrayList<>();
    for (Path candidate = directory; candidate != null; candidate = candidate.getParent()) {
      directories.add(candidate);
      if (Files.exists(candidate.resolve(REPOSITORY))) {
        return directories;
      }
    }
    return directories.subList(0, 1);
  }

  private Optional<Path> userFile() {
    return console
        .environment("XDG_CONFIG_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .or(() -> console.environment("HOME").map(home -> Path.of(home, ".config")))
        .map(home -> home.resolve("modelcounter").resolve("config.yaml"));
  }
}
