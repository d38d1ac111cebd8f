package io.modelcounter.cli.config;

import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.terminal.Console;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code modelcounter config}: the commands about values of options. */
@Command(
    name = "config",
    header = "Show and check values of options from files and from the environment.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter config show",
      "  modelcounter config validate modelcounter.yaml",
      "  modelcounter config path",
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand implements Callable<Integer> {
  private final ToIntFunction<CommandLine> helpInstead;

  @Spec private @Nullable CommandSpec spec;

  private ConfigCommand(ToIntFunction<CommandLine> helpInstead) {
    this.helpInstead = helpInstead;
  }

  /**
   * The command with its subcommands.
   *
   * @param console what they talk to
   * @param configuration gives what is in force
   * @param options gives what can be set
   * @param messages gives the writer of messages
   * @param helpInstead shows how a command is used, and gives the exit code of that
   */
  public static CommandLine of(
      Console console,
      Supplier<Configuration> configuration,
      Supplier<ConfigOptions> options,
      Supplier<Messages> messages,
      ToIntFunction<CommandLine> helpInstead) {
    CommandLine command = new CommandLine(new ConfigCommand(helpInstead));
    command.addSubcommand(new ConfigShowCommand(console, configuration, messages));
    command.addSubcommand(new ConfigValidateCommand(console, options));
    command.addSubcommand(new ConfigPathCommand(console));
    return command;
  }

  /** Without a command there is nothing to do but say so. */
  @Override
  public Integer call() {
    return helpInstead.applyAsInt(Objects.requireNonNull(spec).commandLine());
  }
}
