package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code modelcounter} without a command, and what all commands share. */
@Command(
    name = Application.NAME,
    header =
        "Says what one inference of a deep-learning model costs: MACs, FLOPs, parameters, memory.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter analyze resnet50.onnx",
      "  modelcounter analyze resnet50.onnx -o html=report.html -o json=report.json",
      "  modelcounter reconcile resnet50.onnx",
      "  modelcounter inspect resnet50.onnx",
      "  modelcounter explain Conv",
      "  modelcounter help analyze",
    },
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Callable<Integer> {
  private final Console console;
  private final List<String> arguments;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private CommonOptions options = new CommonOptions();

  RootCommand(Console console, List<String> arguments) {
    this.console = console;
    this.arguments = List.copyOf(arguments);
  }

  /** What every command's options say. */
  CommonOptions options() {
    return options;
  }

  boolean isColored(StandardStream stream) {
    return options.color().isOn(console, stream);
  }

  /** The writer of messages as the options want it. */
  Messages messages() {
    return new Messages(console, options.verbosity(), isColored(StandardStream.ERROR));
  }

  /** All arguments of this run. */
  List<String> arguments() {
    return arguments;
  }

  /** The command with all its subcommands. */
  CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** Without a command there is nothing to do but say so. */
  @Override
  public Integer call() {
    return helpInstead(commandLine());
  }

  /** Shows how a command is used, because as it was used there is nothing to do. */
  int helpInstead(CommandLine command) {
    console.printError(Usage.concise(command, isColored(StandardStream.ERROR)));
    return ExitCode.USAGE.value();
  }
}
