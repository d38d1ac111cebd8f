package io.modelcounter.cli;

import io.modelcounter.cli.logging.LogLevel;
import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.ColorMode;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The command, apart from the process that it runs in. */
public final class Application {
  static final String NAME = "modelcounter";

  private final Console console;

  /** Makes the command. */
  public Application(Console console) {
    this.console = console;
  }

  /**
   * Runs the command once.
   *
   * @param args arguments
   * @return the exit code
   */
  public int run(String... args) {
    RootCommand root = new RootCommand(console, List.of(args));
    try {
      return commandLine(root).execute(args);
    } catch (Error failure) {
      return fail(root, failure);
    }
  }

  /** The command line with all commands; the commands talk to the console. */
  CommandLine commandLine(RootCommand root) {
    CommandLine all = new CommandLine(root);
    all.addSubcommand(new AnalyzeCommand(console, root));
    all.addSubcommand(new HelpCommand(console, root));
    all.addSubcommand(new VersionCommand(console));
    // A file named @options must not bring options.
    all.setExpandAtFiles(false);
    all.registerConverter(ColorMode.class, Application::colorMode);
    all.setUnmatchedOptionsAllowedAsOptionParameters(false);
    all.setExecutionStrategy(parsed -> execute(root, parsed));
    all.setParameterExceptionHandler((wrong, args) -> fail(root, ParseErrors.explain(wrong)));
    all.setExecutionExceptionHandler((failure, command, parsed) -> fail(root, failure));
    Usage.arrange(all);
    return all;
  }

  private static ColorMode colorMode(String word) {
    return ColorMode.named(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected auto, always or never, but was '" + word + "'"));
  }

  private int execute(RootCommand root, ParseResult parsed) {
    Verbosity verbosity = root.options().verbosity();
    boolean logs = verbosity.isAtLeast(Verbosity.VERBOSE);
    if (logs) {
      LogLevel.set(verbosity);
    }
    try {
      return help(root, parsed) ? ExitCode.OK.value() : new RunLast().execute(parsed);
    } catch (IOException failure) {
      return fail(root, failure);
    } finally {
      if (logs) {
        LogLevel.set(Verbosity.NORMAL);
      }
    }
  }

  /** Shows help or the version where that is asked for instead of running anything. */
  private boolean help(RootCommand root, ParseResult parsed) throws IOException {
    ParseResult asked = parsed;
    while (asked.hasSubcommand()) {
      asked = asked.subcommand();
    }
    if (root.options().isHelpAsked()) {
      console.print(Usage.full(asked.commandSpec().commandLine(), root.isColored()));
      return true;
    }
    if (root.options().isVersionAsked()) {
      console.print(ToolVersion.line());
      return true;
    }
    return false;
  }

  private static int fail(RootCommand root, Throwable failure) {
    if (failure instanceof ClosedPipeException) {
      return ExitCode.OK.value();
    }
    CommandException explained = explain(failure);
    root.messages().failure(explained);
    return explained.exitCode().value();
  }

  private static CommandException explain(Throwable failure) {
    if (failure instanceof IOException failed) {
      Message message =
          Message.of(Codes.WRITING, "standard output", "it cannot be written")
              .because(Causes.of(failed));
      return new CommandException(ExitCode.OUTPUT, message, failure);
    }
    return Failures.explain("", failure);
  }
}
