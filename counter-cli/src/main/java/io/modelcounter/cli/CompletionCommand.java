package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code modelcounter completion}. */
@Command(
    name = "completion",
    header = "Print a script that lets a shell complete commands and options.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  source <(modelcounter completion bash)",
      "  modelcounter completion zsh > ~/.modelcounter-completion   # and source it in .zshrc",
    })
final class CompletionCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private @Nullable Shell shell;

  CompletionCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  /** A shell that the script is for. */
  enum Shell {
    /** Bash. */
    BASH,
    /** Zsh, which takes the script of Bash by an emulation that the script turns on. */
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    String comment = "# Completion of " + Application.NAME + " for " + shell + ".\n";
    console.print(comment + AutoComplete.bash(Application.NAME, root.commandLine()));
    return ExitCode.OK.value();
  }
}
