package io.modelcounter.spi;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of a model come from. */
public interface ModelInput {

  /**
   * Input that is a file.
   *
   * @param path the file
   * @return the input
   */
  static ModelInput of(Path path) {
    return new ModelInput() {
      @Override
      public String name() {
        Path fileName = path.getFileName();
        return fileName == null ? path.toString() : fileName.toString();
      }

      @Override
      public Optional<Path> path() {
        return Optional.of(path);
      }

      @Override
      public SeekableByteChannel open() throws IOException {
        return Files.newByteChannel(path);
      }
    };
  }

  /**
   * Name to show.
   *
   * @return the file name without directories
   */
  String name();

  /**
   * The file itself, next to which external data is looked for.
   *
   * @return the path, or empty if the input is not a file
   */
  Optional<Path> path();

  /**
   * Opens the bytes for positioned reading; the caller closes the channel.
   *
   * @return a new channel at position 0
   * @throws IOException if the bytes cannot be opened
   */
  SeekableByteChannel open() throws IOException;
}
