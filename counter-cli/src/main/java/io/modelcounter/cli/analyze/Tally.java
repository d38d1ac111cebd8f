package io.modelcounter.cli.analyze;

import io.modelcounter.cli.message.ExitCode;
import java.util.StringJoiner;

/** What became of the models of a run. */
final class Tally {
  private final int models;
  private ExitCode worst = ExitCode.OK;
  private int analysed;
  private int overLimit;
  private int failed;

  Tally(int models) {
    this.models = models;
  }

  /** Counts a model that was analysed and is as it was required to be, or is not. */
  void addAnalysed(ExitCode verdict) {
    analysed++;
    overLimit += verdict == ExitCode.OK ? 0 : 1;
    worst = worst.worse(verdict);
  }

  /** Counts a model that could not be analysed, or whose report could not be written. */
  void addFailed(ExitCode reason) {
    failed++;
    worst = worst.worse(reason);
  }

  /** The worst of what became of the models. */
  ExitCode worst() {
    return worst;
  }

  /** For example {@code 12 analysed, 1 failed}. */
  @Override
  public String toString() {
    StringJoiner parts = new StringJoiner(", ").add(analysed + " analysed");
    if (overLimit > 0) {
      parts.add(overLimit + " with too many unknown layers");
    }
    parts.add(failed + " failed");
    int rest = models - analysed - failed;
    if (rest > 0) {
      parts.add(rest + " not tried");
    }
    return parts.toString();
  }
}
