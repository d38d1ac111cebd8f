package io.modelcounter.cli;

import io.modelcounter.cli.config.ConfigCommand;
import io.modelcounter.cli.config.ConfigOptions;
import io.modelcounter.cli.config.Configuration;
import io.modelcounter.cli.inspect.InspectCommand;
import io.modelcounter.cli.logging.LogLevel;
import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.plugin.PluginCommand;
import io.modelcounter.cli.progress.ProgressMode;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.ColorMode;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

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

  /** All commands and their options, for texts about them. */
  public CommandLine commandLine() {
    return commandLine(new RootCommand(console, List.of()));
  }

  /** The command line with all commands; the commands talk to the console. */
  CommandLine commandLine(RootCommand root) {
    CommandLine all = new CommandLine(root);
    commands(root).addTo(all, root.arguments());
    // A file named @options must not bring options.
    all.setExpandAtFiles(false);
    all.registerConverter(ColorMode.class, new EnumWord<>(ColorMode.class));
    all.registerConverter(ProgressMode.class, new EnumWord<>(ProgressMode.class));
    all.registerConverter(
        CompletionCommand.Shell.class, new EnumWord<>(CompletionCommand.Shell.class));
    all.setUnmatchedOptionsAllowedAsOptionParameters(false);
    all.setExecutionStrategy(parsed -> execute(root, parsed));
    all.setParameterExceptionHandler((wrong, args) -> fail(root, ParseErrors.explain(wrong)));
    all.setExecutionExceptionHandler((failure, command, parsed) -> fail(root, failure));
    Usage.arrange(all, console.columns());
    return all;
  }

  private CommandTable commands(RootCommand root) {
    return new CommandTable()
        .with("analyze", () -> new AnalyzeCommand(console, root))
        .with("report", () -> new ReportCommand(console, root))
        .with("reconcile", () -> new ReconcileCommand(console, root))
        .with("inspect", () -> new InspectCommand(console))
        .with("explain", () -> new ExplainCommand(console, root))
        .with("operators", () -> new OperatorsCommand(console, root))
        .with("plugin", () -> PluginCommand.of(console, ToolVersion.text(), root::helpInstead))
        .with("config", () -> configCommand(root))
        .with("schema", () -> new SchemaCommand(console))
        .with("completion", () -> new CompletionCommand(console, root))
        .with("help", () -> new HelpCommand(console, root))
        .with("version", () -> new VersionCommand(console));
  }

  private CommandLine configCommand(RootCommand root) {
    return ConfigCommand.of(
        console, () -> configuration(root), () -> options(root), root::messages, root::helpInstead);
  }

  private int execute(RootCommand root, ParseResult parsed) {
    try {
      if (help(root, parsed)) {
        return ExitCode.OK.value();
      }
      configure(root, parsed);
      return executeLogging(root.options().verbosity(), parsed);
    } catch (IOException | CommandException failure) {
      return fail(root, failure);
    }
  }

  private static int executeLogging(Verbosity verbosity, ParseResult parsed) {
    boolean logs = verbosity.isAtLeast(Verbosity.VERBOSE);
    if (logs) {
      LogLevel.set(verbosity);
    }
    try {
      return new RunLast().execute(parsed);
    } finally {
      if (logs) {
        LogLevel.set(Verbosity.NORMAL);
      }
    }
  }

  /**
   * Gives options the values that they have from files and from the environment. Commands without
   * such options of their own work even if a file is wrong.
   */
  private void configure(RootCommand root, ParseResult parsed) {
    ConfigOptions options = options(root);
    if (options.isAbout(last(parsed).commandSpec())) {
      Configuration configuration = configuration(root);
      configuration.apply(parsed);
      configuration.warnings().forEach(root.messages()::caution);
    }
  }

  private Configuration configuration(RootCommand root) {
    return Configuration.load(root.options().configuration(), options(root), console, Path.of(""));
  }

  /** All options that can have values from elsewhere: those of analyze, which has all of them. */
  private ConfigOptions options(RootCommand root) {
    return ConfigOptions.of(
        CommandSpec.forAnnotatedObject(new AnalyzeCommand(console, root)),
        root.commandLine().getCommandSpec());
  }

  private static ParseResult last(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last;
  }

  /** Shows help or the version where that is asked for instead of running anything. */
  private boolean help(RootCommand root, ParseResult parsed) throws IOException {
    if (root.options().isHelpAsked()) {
      CommandLine asked = last(parsed).commandSpec().commandLine();
      console.print(Usage.full(asked, root.isColored(StandardStream.OUTPUT)));
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
