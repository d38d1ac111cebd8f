package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter plugin new}. */
@Command(
    name = "new",
    header = "Make a Maven project of a plugin that builds and passes its tests.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter plugin new acme-plugin --package com.acme --op Acme::Fused")
final class PluginNewCommand implements Callable<Integer> {
  private final Console console;
  private final String toolVersion;

  @Parameters(
      paramLabel = "DIR",
      description = "Directory to make; it may be there if it is empty.")
  private String directory = "";

  @Option(
      names = "--package",
      required = true,
      paramLabel = "PACKAGE",
      description = "Java package of the classes.")
  private String packageName = "";

  @Option(
      names = "--op",
      required = true,
      paramLabel = "DOMAIN::NAME",
      description = "Operator to count.")
  private String operator = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the plugin; the last part of the package unless given.")
  private @Nullable String id;

  PluginNewCommand(Console console, String toolVersion) {
    this.console = console;
    this.toolVersion = toolVersion;
  }

  @Override
  public Integer call() throws IOException {
    ProjectNames names = ProjectNames.of(packageName, operator, Optional.ofNullable(id));
    Path target = Plugins.path("DIR", directory);
    requireNothingThere(target);
    write(target, ProjectFiles.of(names, toolVersion));
    String shown = SafeText.escape(directory);
    console.print(
        "A plugin "
            + names.id()
            + " that counts "
            + names.domain()
            + ":"
            + names.operator()
            + " is in "
            + shown
            + ".\n\n  cd "
            + shown
            + "\n"
            + "  mvn -B verify\n"
            + "  modelcounter analyze sample.onnx --plugin target/modelcounter-plugin-"
            + names.id()
            + "-1.0.0.jar\n\nREADME.md there says where to go on.\n");
    return ExitCode.OK.value();
  }

  private static void requireNothingThere(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean isEmpty = false;
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
        isEmpty = !entries.iterator().hasNext();
      }
    }
    if (!isEmpty) {
      throw failed(target, "there is something here already", "name a directory that is not there");
    }
  }

  private static void write(Path target, Map<String, byte[]> files) {
    files.forEach(
        (name, content) -> {
          Path file = target.resolve(name);
          try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
          } catch (IOException failure) {
            throw new CommandException(
                ExitCode.OUTPUT,
                Message.of(Codes.WRITING, file.toString(), "writing failed")
                    .because(failure.toString())
                    .withHint("check space and permissions"),
                failure);
          }
        });
  }

  private static CommandException failed(Path target, String reason, String hint) {
    return new CommandException(
        ExitCode.OUTPUT, Message.of(Codes.OUTPUT_PLACE, target.toString(), reason).withHint(hint));
  }
}
