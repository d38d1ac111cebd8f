package io.modelcounter.cli.input;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.AtShutdown;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * A model on standard input. It is kept in a temporary file while it is read, because readers go to
 * and fro. As it has no directory, no external data belongs to it.
 */
record StandardInputSource(String name, InputStream in) implements ModelSource {
  private static final long MOST_BYTES = 8L << 30;
  private static final int CHUNK = 1 << 16;

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  /** There is no telling before it is read. */
  @Override
  public void check() {}

  @Override
  public <R> R read(Function<ModelInput, R> reader) {
    Path copy = newFile();
    AtShutdown deletion = AtShutdown.run("delete-standard-input", () -> delete(copy));
    try {
      copyTo(copy);
      return reader.apply(new Copy(name, copy));
    } finally {
      delete(copy);
      deletion.close();
    }
  }

  private static Path newFile() {
    try {
      return Files.createTempFile("modelcounter-", ".tmp");
    } catch (IOException failure) {
      throw unreadable("the directory for temporary files takes no standard input", failure);
    }
  }

  private void copyTo(Path copy) {
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] chunk = new byte[CHUNK];
      long bytes = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw new CommandException(
              ExitCode.LIMIT,
              Message.of("E0401", name, "standard input has more than 8 GiB")
                  .withHint("write it to a file and name the file"));
        }
        out.write(chunk, 0, read);
      }
    } catch (IOException failure) {
      throw unreadable("standard input cannot be read", failure);
    }
  }

  private static CommandException unreadable(String text, IOException failure) {
    Message message = Message.of("E0109", "", text).because(Causes.of(failure));
    return new CommandException(ExitCode.INPUT, message, failure);
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException failure) {
      LoggerFactory.getLogger(StandardInputSource.class).warn("cannot delete {}", copy, failure);
    }
  }

  /** The copy under the name that the user gave. */
  private record Copy(String name, Path file) implements ModelInput {
    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    @Override
    public SeekableByteChannel open() throws IOException {
      return Files.newByteChannel(file);
    }
  }
}
