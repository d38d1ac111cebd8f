package io.modelcounter.cli;

import io.modelcounter.cli.config.ConfigRequest;
import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.terminal.ColorMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options of every command. */
final class CommonOptions {
  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description =
          "Show errors only, and no report on standard output unless -f or -o asks for one there.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show warnings, and what is done, on standard error.")
  private boolean verbose;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show everything, with stack traces, on standard error.")
  private boolean debug;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      description = {
        "auto, always or never. auto (the default) minds NO_COLOR, MODELCOUNTER_NO_COLOR,"
            + " FORCE_COLOR, CLICOLOR_FORCE, TERM=dumb and whether this is a terminal."
      })
  private ColorMode color = ColorMode.AUTO;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = {
        "Take values of options from a file, in place of modelcounter.yaml in this directory or"
            + " around it; 'modelcounter config show' shows what is in force."
      })
  private @Nullable String config;

  @Option(
      names = "--isolated",
      scope = ScopeType.INHERIT,
      description = "Take values of options neither from files nor from MODELCOUNTER_ variables.")
  private boolean isolated;

  @Option(
      names = "--trust-project",
      scope = ScopeType.INHERIT,
      description = "Let modelcounter.yaml also name plugins and outputs.")
  private boolean trustProject;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      scope = ScopeType.INHERIT,
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  boolean isQuiet() {
    return quiet;
  }

  boolean isHelpAsked() {
    return help;
  }

  boolean isVersionAsked() {
    return version;
  }

  ConfigRequest configuration() {
    return new ConfigRequest(Optional.ofNullable(config), isolated, trustProject);
  }

  ColorMode color() {
    return color;
  }

  Verbosity verbosity() {
    if (debug) {
      return Verbosity.DEBUG;
    }
    if (verbose) {
      return Verbosity.VERBOSE;
    }
    return quiet ? Verbosity.QUIET : Verbosity.NORMAL;
  }
}
