package io.modelcounter.cli.plugin;

/**
 * What a verification found out about one rule.
 *
 * @param verdict whether the plugin keeps it
 * @param rule what a plugin must or should do
 * @param details what was found; may be empty
 */
record Finding(Verdict verdict, String rule, String details) {
  /** Length of the longest verdict. */
  static final int LONGEST_VERDICT = 7;

  /** Whether a rule is kept. */
  enum Verdict {
    /** It is. */
    PASSED("passed"),
    /** It should be, and is not. */
    WARNING("warning"),
    /** It must be, and is not. */
    FAILED("failed");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static Finding passed(String rule, String details) {
    return new Finding(Verdict.PASSED, rule, details);
  }

  static Finding warning(String rule, String details) {
    return new Finding(Verdict.WARNING, rule, details);
  }

  static Finding failed(String rule, String details) {
    return new Finding(Verdict.FAILED, rule, details);
  }

  boolean isFailure() {
    return verdict == Verdict.FAILED;
  }
}
