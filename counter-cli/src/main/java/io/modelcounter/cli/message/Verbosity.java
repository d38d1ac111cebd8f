package io.modelcounter.cli.message;

/** How much the command says on standard error. */
public enum Verbosity {
  /** Errors only. */
  QUIET,
  /** Errors, verdicts and the last line. */
  NORMAL,
  /** Also the warnings of the analysis, and what is done. */
  VERBOSE,
  /** Also how it is done, and stack traces. */
  DEBUG;

  /** Tells whether it is at least another one. */
  public boolean isAtLeast(Verbosity other) {
    return compareTo(other) >= 0;
  }
}
