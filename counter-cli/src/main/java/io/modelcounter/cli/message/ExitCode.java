package io.modelcounter.cli.message;

/**
 * What the command tells its caller. Of several failures, the one with the greatest value counts.
 */
public enum ExitCode {
  /** All is well. */
  OK(0, "all models were analysed"),
  /** The model is not as it was required to be. */
  BUDGET(1, "a model breaks a limit such as --fail-on-unknown; reports are written"),
  /** The command line is wrong. */
  USAGE(2, "the command line is wrong or does not fit the model"),
  /** A model is wrong. */
  INPUT(3, "a model cannot be read, or is malformed or unsupported"),
  /** A model is too much. */
  LIMIT(4, "a model is beyond a limit on size, depth, nodes, time or memory"),
  /** A plugin is wrong. */
  PLUGIN(5, "a plugin cannot be used"),
  /** A report is lost. */
  OUTPUT(6, "a report cannot be written"),
  /** The command is wrong. */
  INTERNAL(70, "a bug in modelcounter"),
  /** The user stopped it; the value is the one that the operating system gives. */
  INTERRUPTED(130, "interrupted (143: terminated)");

  private final int value;
  private final String meaning;

  ExitCode(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** The number. */
  public int value() {
    return value;
  }

  /** When it is returned, as help shows it. */
  public String meaning() {
    return meaning;
  }

  /** The worse of two. */
  public ExitCode worse(ExitCode other) {
    return value >= other.value ? this : other;
  }
}
