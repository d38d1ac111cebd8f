package io.modelcounter.cli;

import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.terminal.ColorMode;
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
