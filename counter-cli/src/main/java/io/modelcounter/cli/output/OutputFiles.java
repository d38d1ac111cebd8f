package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Checks of the places where reports go, made before any model is read. */
final class OutputFiles {
  private OutputFiles() {}

  /** The directory that a file is in. */
  static Path directory(Path target) {
    Path absolute = target.toAbsolutePath();
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  /** The path by which two names of one place can be told to be the same. */
  static Path resolved(Path target) {
    Path name = target.getFileName();
    try {
      Path real = directory(target).toRealPath();
      return name == null ? real : real.resolve(name);
    } catch (IOException notThere) {
      // The check of the directory refuses it; until then its name will do.
      return target.toAbsolutePath().normalize();
    }
  }

  /**
   * Checks that a report could be written to a path.
   *
   * @throws CommandException if the path is a model or not a place for a file
   */
  static void check(Path target, ModelPlaces models) {
    Path directory = directory(target);
    if (!Files.isDirectory(directory)) {
      throw refusal(target, "there is no directory \"" + directory + "\"", "make it first");
    }
    try {
      models.find(target).ifPresent(model -> refuseToOverwrite(target, model));
      checkExisting(target);
    } catch (NoSuchFileException free) {
      if (!Files.isWritable(directory)) {
        throw refusal(target, "no file can be made in \"" + directory + "\"", "");
      }
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.OUTPUT,
          Message.of(Codes.OUTPUT_PLACE, target.toString(), "no file can be made here")
              .because(Causes.of(failure)),
          failure);
    }
  }

  private static void refuseToOverwrite(Path target, Path model) {
    throw CommandException.usage(
        Message.of(
                Codes.OUTPUT_CONFLICT,
                target.toString(),
                "the report would overwrite the model \"" + model + "\"")
            .withHint("give the report a file of its own"));
  }

  private static void checkExisting(Path target) throws IOException {
    BasicFileAttributes existing =
        Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (existing.isDirectory()) {
      throw refusal(target, "it is a directory", "name a file in it");
    }
    if (existing.isSymbolicLink()) {
      throw refusal(target, "it is a symbolic link", "name the file that it leads to");
    }
    if (!existing.isRegularFile()) {
      throw refusal(target, "it is not a regular file", "");
    }
    if (!Files.isWritable(target) || !Files.isWritable(directory(target))) {
      throw refusal(target, "it may not be replaced", "");
    }
  }

  private static CommandException refusal(Path target, String reason, String hint) {
    return new CommandException(
        ExitCode.OUTPUT, Message.of(Codes.OUTPUT_PLACE, target.toString(), reason).withHint(hint));
  }
}
