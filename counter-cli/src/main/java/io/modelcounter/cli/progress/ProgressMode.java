package io.modelcounter.cli.progress;

import java.util.Locale;

/** Whether and how progress is shown. */
public enum ProgressMode {
  /** A line on a terminal, if a run takes longer; nothing elsewhere. */
  AUTO,
  /** A line on a terminal, lines of their own elsewhere. */
  ALWAYS,
  /** Never. */
  NEVER,
  /** One JSON object a line, for programs. */
  JSON;

  /** The word of the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
