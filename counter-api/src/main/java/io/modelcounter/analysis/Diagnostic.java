package io.modelcounter.analysis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a reader of the result should know and that did not stop the analysis. */
public final class Diagnostic {
  /** How serious a diagnostic is. */
  public enum Severity {
    /** Good to know. */
    INFO,
    /** The numbers stand, but something in the model is not as it should be. */
    WARNING
  }

  private final Severity severity;
  private final String code;
  private final String place;
  private final String message;
  private final @Nullable String hint;

  private Diagnostic(
      Severity severity, String code, String place, String message, @Nullable String hint) {
    this.severity = severity;
    this.code = code;
    this.place = place;
    this.message = message;
    this.hint = hint;
  }

  /**
   * A warning.
   *
   * @param code stable code, for example {@code W0306}
   * @param place node, tensor or option that it is about; may be empty
   * @param message what was found
   * @return the diagnostic
   */
  public static Diagnostic warning(String code, String place, String message) {
    return new Diagnostic(Severity.WARNING, code, place, message, null);
  }

  /**
   * A remark.
   *
   * @param code stable code
   * @param place node, tensor or option that it is about; may be empty
   * @param message what was found
   * @return the diagnostic
   */
  public static Diagnostic info(String code, String place, String message) {
    return new Diagnostic(Severity.INFO, code, place, message, null);
  }

  /**
   * The same diagnostic with what to do.
   *
   * @param newHint what to do
   * @return the new diagnostic
   */
  public Diagnostic withHint(String newHint) {
    return new Diagnostic(severity, code, place, message, newHint);
  }

  /**
   * How serious it is.
   *
   * @return the severity
   */
  public Severity severity() {
    return severity;
  }

  /**
   * Stable code.
   *
   * @return for example {@code W0306}
   */
  public String code() {
    return code;
  }

  /**
   * What it is about.
   *
   * @return node, tensor or option; may be empty
   */
  public String place() {
    return place;
  }

  /**
   * What was found.
   *
   * @return one sentence
   */
  public String message() {
    return message;
  }

  /**
   * What to do.
   *
   * @return the hint, if there is one
   */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  @Override
  public String toString() {
    return code + (place.isEmpty() ? ": " : ": " + place + ": ") + message;
  }
}
