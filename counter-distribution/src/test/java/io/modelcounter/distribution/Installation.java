package io.modelcounter.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of what the archives hold, and runs of its command. */
final class Installation {
  /** What the build packed. */
  static final Path PACKED = Path.of(System.getProperty("distribution"));

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  private Installation(Path home) {
    this.home = home;
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", System.getenv("PATH"));
    environment.put("MODELCOUNTER_ARCHIVE", "off");
  }

  /** Copies what was packed. */
  static Installation in(Path home) throws IOException {
    copy(PACKED, home);
    return at(home);
  }

  /** An installation that is there. */
  static Installation at(Path home) {
    return new Installation(home);
  }

  /** Sets an environment variable of the runs. */
  Installation with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** A file or directory of the installation. */
  Path resolve(String path) {
    return home.resolve(path);
  }

  /** Runs the command. */
  ShellRun run(Object... arguments) throws IOException, InterruptedException {
    return run(resolve("bin/modelcounter"), arguments);
  }

  /** Runs the command by another path to it. */
  ShellRun run(Path launcher, Object... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(launcher), Stream.of(arguments)).map(Object::toString).toList();
    return ShellRun.of(command, environment);
  }

  /** Copies a directory with what is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(
                  file,
                  to.resolve(from.relativize(file).toString()),
                  StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
