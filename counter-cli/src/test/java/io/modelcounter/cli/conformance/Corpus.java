package io.modelcounter.cli.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the test material lies: the shared corpus, or the fixtures in this repository. */
public final class Corpus {
  private static final String PROPERTY = "modelcounter.corpus";

  private Corpus() {}

  /**
   * The shared corpus: the directory that the system property {@code modelcounter.corpus} names, or
   * {@code shared/corpus} beside the repository.
   *
   * @return the directory, or empty if it is not there
   */
  public static Optional<Path> shared() {
    String named = System.getProperty(PROPERTY);
    Path directory =
        named == null ? repository().resolveSibling("shared").resolve("corpus") : Path.of(named);
    return Files.isDirectory(directory) ? Optional.of(directory) : Optional.empty();
  }

  /**
   * The fixtures that are committed here.
   *
   * @return the directory
   */
  public static Path fixtures() {
    return repository().resolve("fixtures");
  }

  /**
   * The shared corpus, or the fixtures where it is not there.
   *
   * @return a directory that holds {@code exported} and {@code counts}
   */
  public static Path root() {
    return shared().orElseGet(Corpus::fixtures);
  }

  /**
   * Root of this repository.
   *
   * @return the directory that holds the launcher
   */
  public static Path repository() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(directory.resolve("modelcounter"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException(
            "not inside the repository: " + Path.of("").toAbsolutePath());
      }
    }
    return directory;
  }

  /**
   * All model files below a directory.
   *
   * @param directory the directory
   * @return the files, sorted; empty if the directory is not there
   * @throws IOException if the directory cannot be read
   */
  public static List<Path> models(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
  }
}
