package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Checks that a path is a file that can be read, before and while it is opened. */
final class InputFile {
  private InputFile() {}

  /**
   * Refuses what is not a regular file; a pipe or device is not opened.
   *
   * @param path the path
   */
  static void check(Path path) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      throw refusal(path, e);
    }
    if (attributes.isDirectory()) {
      throw new ModelException("E0106", "", "it is a directory", "give a file in it", null);
    }
    if (!attributes.isRegularFile()) {
      throw new ModelException("E0106", "", "it is not a regular file");
    }
  }

  /**
   * The exception for a file that could not be opened.
   *
   * @param path the path
   * @param cause why
   */
  static ModelException refusal(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return Files.isSymbolicLink(path)
          ? new ModelException("E0107", "", "it is a link to a file that is not there", null, cause)
          : new ModelException("E0101", "", "the file is not there", null, cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new ModelException(
          "E0102", "", "the file may not be read", "ask for the permission to read it", cause);
    }
    if (cause instanceof FileSystemException && Files.isSymbolicLink(path)) {
      return new ModelException("E0107", "", "it is a link that leads nowhere", null, cause);
    }
    return new ModelException("E0109", "", "opening failed: " + cause.getMessage(), null, cause);
  }

  /**
   * The first bytes.
   *
   * @param channel the file, at its start
   * @return up to {@link ForeignFormat#HEAD_BYTES} bytes
   * @throws IOException if they cannot be read
   */
  static byte[] head(SeekableByteChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(ForeignFormat.HEAD_BYTES);
    while (head.hasRemaining() && channel.read(head) >= 0) {
      // until the buffer is full or the file ends
    }
    byte[] bytes = new byte[head.position()];
    head.flip().get(bytes);
    return bytes;
  }
}
