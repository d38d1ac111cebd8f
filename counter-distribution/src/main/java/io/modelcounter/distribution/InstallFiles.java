package io.modelcounter.distribution;

import io.modelcounter.cli.Application;
import io.modelcounter.cli.terminal.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the files of an installation that follow from the command. */
public final class InstallFiles {
  private InstallFiles() {}

  /**
   * Writes the files; the class path holds the jars of the command.
   *
   * @param args the directory, and the version
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    CommandLine command = new Application(Console.ofProcess()).commandLine();
    manual(command, args[1], directory.resolve("man/man1"));
    write(
        directory.resolve("completion/modelcounter"),
        AutoComplete.bash(command.getCommandName(), command));
    write(directory.resolve("lib/build-id"), BuildId.of(jars()) + "\n");
  }

  private static void manual(CommandLine command, String version, Path directory)
      throws IOException {
    if (!command.getCommandSpec().usageMessage().hidden()) {
      write(directory.resolve(ManPage.name(command) + ".1"), ManPage.of(command, version));
      for (CommandLine each : command.getSubcommands().values()) {
        manual(each, version, directory);
      }
    }
  }

  private static List<Path> jars() {
    return Arrays.stream(
            Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .split(Objects.requireNonNull(System.getProperty("java.class.path")), -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
