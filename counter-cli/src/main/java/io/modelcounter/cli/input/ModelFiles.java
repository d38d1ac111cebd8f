package io.modelcounter.cli.input;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Checks of model files, with what may have been meant instead. */
final class ModelFiles {
  /** How many names of a directory are compared with a mistyped one. */
  private static final int MOST_NAMES = 10_000;

  private ModelFiles() {}

  /**
   * Checks that there is a file to read; a pipe or device is not opened.
   *
   * @throws CommandException if there is none
   */
  static void check(Path model) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(model, BasicFileAttributes.class);
    } catch (IOException failure) {
      throw missing(model, failure);
    }
    if (!attributes.isRegularFile()) {
      throw refused(Codes.NOT_A_FILE, model, "it is not a regular file");
    }
    if (!Files.isReadable(model)) {
      throw refused(Codes.NOT_READABLE, model, "the file may not be read");
    }
  }

  private static CommandException missing(Path model, IOException failure) {
    if (Files.isSymbolicLink(model)) {
      return new CommandException(
          ExitCode.INPUT,
          Message.of(
              Codes.DANGLING_LINK, model.toString(), "it is a symbolic link that leads nowhere"),
          failure);
    }
    if (Files.exists(model, LinkOption.NOFOLLOW_LINKS) || !isAbsent(failure)) {
      return new CommandException(
          ExitCode.INPUT,
          Message.of(Codes.NOT_READABLE, model.toString(), "the file may not be read")
              .because(Causes.of(failure)),
          failure);
    }
    String hint = nearest(model).map(near -> "did you mean \"" + near + "\"?").orElse("");
    return new CommandException(
        ExitCode.INPUT,
        Message.of(Codes.NO_SUCH_FILE, model.toString(), "there is no such file").withHint(hint),
        failure);
  }

  private static boolean isAbsent(IOException failure) {
    return failure instanceof NoSuchFileException;
  }

  private static CommandException refused(String code, Path model, String reason) {
    return new CommandException(ExitCode.INPUT, Message.of(code, model.toString(), reason));
  }

  /** The file in the same directory whose name is nearest. */
  private static Optional<Path> nearest(Path model) {
    Path directory = model.toAbsolutePath().getParent();
    Path name = model.getFileName();
    if (directory == null || name == null || !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names =
          files
              .limit(MOST_NAMES)
              .filter(Files::isRegularFile)
              .map(file -> String.valueOf(file.getFileName()))
              .toList();
      return Suggestions.nearest(name.toString(), names).map(model::resolveSibling);
    } catch (IOException unreadable) {
      LoggerFactory.getLogger(ModelFiles.class).debug("cannot list {}", directory, unreadable);
      return Optional.empty();
    }
  }
}
