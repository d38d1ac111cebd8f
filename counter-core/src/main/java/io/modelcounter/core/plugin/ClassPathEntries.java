package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Other files that the manifest of a jar adds to the class path. */
final class ClassPathEntries {
  private ClassPathEntries() {}

  /**
   * Files that a jar names.
   *
   * @return their absolute paths, whether or not they exist; what is no path of a file is left out,
   *     as Java leaves it out
   * @throws PluginException if the manifest cannot be read
   */
  static List<Path> of(JarFile jar, Path file) {
    String names = classPath(jar, file);
    return Stream.of(names.split("\\s+", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> path(file, name))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Path> path(Path file, String name) {
    try {
      return Optional.of(Path.of(file.toUri().resolve(new URI(name))).normalize());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException none) {
      return Optional.empty();
    }
  }

  private static String classPath(JarFile jar, Path file) {
    try {
      Manifest manifest = jar.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null ? "" : names;
    } catch (IOException damaged) {
      throw new PluginException(
          PluginCodes.FILE,
          file.toString(),
          "its manifest is damaged",
          "build or copy the jar again",
          damaged);
    }
  }
}
