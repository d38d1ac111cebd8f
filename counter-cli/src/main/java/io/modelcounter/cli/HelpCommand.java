package io.modelcounter.cli;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code modelcounter help}. */
@Command(
    name = "help",
    header = "Show help on a command.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter help analyze")
final class HelpCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command; without it, help on modelcounter as a whole.")
  private @Nullable String command;

  HelpCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine all = root.commandLine();
    CommandLine asked = command == null ? all : find(all.getSubcommands(), command);
    console.print(Usage.full(asked, root.isColored(StandardStream.OUTPUT)));
    return ExitCode.OK.value();
  }

  private static CommandLine find(Map<String, CommandLine> commands, String name) {
    CommandLine found = commands.get(name);
    if (found != null) {
      return found;
    }
    throw CommandException.usage(
        Message.of(Codes.COMMAND_LINE, "", "there is no command \"" + name + "\"")
            .withHint(
                Suggestions.nearest(name, commands.keySet())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", commands.keySet()))));
  }
}
