package io.modelcounter.cli.plugin;

import io.modelcounter.cli.terminal.Console;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code modelcounter plugin}: the commands about plugins. */
@Command(
    name = "plugin",
    header = "List, check and begin plugins.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter plugin list",
      "  modelcounter plugin info acme",
      "  modelcounter plugin verify target/acme.jar --model net.onnx",
      "  modelcounter plugin new acme-plugin --package com.acme --op Acme::Fused",
      "  modelcounter plugin path",
    },
    synopsisSubcommandLabel = "COMMAND")
public final class PluginCommand implements Callable<Integer> {
  private final ToIntFunction<CommandLine> helpInstead;

  @Spec private @Nullable CommandSpec spec;

  private PluginCommand(ToIntFunction<CommandLine> helpInstead) {
    this.helpInstead = helpInstead;
  }

  /**
   * The command with its subcommands.
   *
   * @param console what they talk to
   * @param toolVersion version of the command
   * @param helpInstead shows how a command is used, and gives the exit code of that
   */
  public static CommandLine of(
      Console console, String toolVersion, ToIntFunction<CommandLine> helpInstead) {
    CommandLine command = new CommandLine(new PluginCommand(helpInstead));
    command.addSubcommand(new PluginListCommand(console));
    command.addSubcommand(new PluginInfoCommand(console));
    command.addSubcommand(new PluginVerifyCommand(console));
    command.addSubcommand(new PluginNewCommand(console, toolVersion));
    command.addSubcommand(new PluginPathCommand(console));
    return command;
  }

  /** Without a command there is nothing to do but say so. */
  @Override
  public Integer call() {
    return helpInstead.applyAsInt(Objects.requireNonNull(spec).commandLine());
  }
}
