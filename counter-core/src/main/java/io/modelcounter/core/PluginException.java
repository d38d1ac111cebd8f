package io.modelcounter.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin cannot be used as it is.
 *
 * <p>The parts are those of a message to a user: a stable code, the plugin's file, what is wrong,
 * and what to do.
 */
public class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable code. */
  private final String code;

  /** File of the plugin, or its id. */
  private final String subject;

  /** What was found and what was expected. */
  private final String reason;

  /** What to do. */
  private final @Nullable String hint;

  /**
   * Makes the exception.
   *
   * @param code stable code, for example {@code E0702}
   * @param subject file of the plugin, or its id; may be empty
   * @param reason what was found and what was expected
   * @param hint what to do, or null
   */
  public PluginException(String code, String subject, String reason, @Nullable String hint) {
    this(code, subject, reason, hint, null);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param code stable code
   * @param subject file of the plugin, or its id; may be empty
   * @param reason what was found and what was expected
   * @param hint what to do, or null
   * @param cause underlying exception, or null
   */
  public PluginException(
      String code,
      String subject,
      String reason,
      @Nullable String hint,
      @Nullable Throwable cause) {
    super(subject.isEmpty() ? reason : subject + ": " + reason, cause);
    this.code = code;
    this.subject = subject;
    this.reason = reason;
    this.hint = hint;
  }

  /**
   * Stable code.
   *
   * @return for example {@code E0702}
   */
  public String code() {
    return code;
  }

  /**
   * Which plugin it is about.
   *
   * @return its file or its id; empty if it is about a model instead
   */
  public String subject() {
    return subject;
  }

  /**
   * What was found and what was expected.
   *
   * @return one sentence
   */
  public String reason() {
    return reason;
  }

  /**
   * What to do.
   *
   * @return the hint, if there is one
   */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
