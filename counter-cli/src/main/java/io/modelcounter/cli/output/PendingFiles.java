package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.AtShutdown;
import io.modelcounter.cli.terminal.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.LoggerFactory;

/**
 * Files that are written whole or not at all.
 *
 * <p>Each is written beside its target under another name, and gets its own name when all of them
 * are complete. What is not published is deleted on closing, or when the process is stopped.
 */
public final class PendingFiles implements AutoCloseable {
  private final Map<Path, Path> targets = new ConcurrentSkipListMap<>();
  private final AtShutdown deletion = AtShutdown.run("delete-pending-files", this::discard);

  private PendingFiles() {}

  /** An empty set of files. */
  public static PendingFiles open() {
    return new PendingFiles();
  }

  /**
   * Writes a file that does not have its own name yet.
   *
   * @throws CommandException if writing fails
   */
  public void write(Path target, Content content) {
    Path temporary =
        OutputFiles.directory(target).resolve(".modelcounter-" + UUID.randomUUID() + ".tmp");
    targets.put(temporary, target);
    try (FileChannel channel =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    } catch (IOException failure) {
      throw failed(target, failure);
    }
  }

  /**
   * Gives all files their own names, in place of what had them.
   *
   * @throws CommandException if that fails
   */
  public void publish() {
    targets.forEach(
        (temporary, target) -> {
          try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException failure) {
            throw failed(target, failure);
          }
          targets.remove(temporary);
        });
  }

  @Override
  public void close() {
    discard();
    deletion.close();
  }

  /** Takes no lock: a file that is being written must not keep the process alive. */
  private void discard() {
    targets.keySet().forEach(PendingFiles::delete);
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException failure) {
      LoggerFactory.getLogger(PendingFiles.class).warn("cannot delete {}", temporary, failure);
    }
  }

  private static CommandException failed(Path target, IOException failure) {
    return new CommandException(
        ExitCode.OUTPUT,
        Message.of(Codes.WRITING, target.toString(), "the report cannot be written")
            .because(Causes.of(failure)),
        failure);
  }
}
