package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.terminal.Console;
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

  boolean isColored() {
    return options.color().isOn(console);
  }

  /** The writer of messages as the options want it. */
  Messages messages() {
    return new Messages(console, options.verbosity(), isColored());
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
    console.printError(Usage.concise(commandLine(), isColored()));
    return ExitCode.USAGE.value();
  }
}
