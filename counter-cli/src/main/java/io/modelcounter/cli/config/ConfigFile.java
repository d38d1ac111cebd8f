package io.modelcounter.cli.config;

import java.nio.file.Path;

/**
 * A file with values of options.
 *
 * @param kind whose file it is
 * @param path the file
 */
public record ConfigFile(Origin.Kind kind, Path path) {

  /** The file as an origin. */
  Origin origin() {
    return new Origin(kind, path.toString());
  }
}
