package io.modelcounter.report.summary;

import io.modelcounter.analysis.Diagnostic;
import java.util.Locale;

/** How diagnostics are presented to people. */
public final class Remarks {
  /** Heading over all diagnostics. */
  public static final String TITLE = "Remarks on the model file";

  /** What to do about diagnostics that have no hint of their own. */
  public static final String ADVICE =
      "An info needs no action. 'modelcounter explain CODE' tells what a code means and what to"
          + " do.";

  private Remarks() {}

  /**
   * Word for the severity of a diagnostic.
   *
   * @param diagnostic the diagnostic
   * @return {@code info} or {@code warning}
   */
  public static String kind(Diagnostic diagnostic) {
    return diagnostic.severity().name().toLowerCase(Locale.ROOT);
  }
}
