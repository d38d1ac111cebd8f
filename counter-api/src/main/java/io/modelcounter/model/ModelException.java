package io.modelcounter.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model cannot be read or contradicts itself.
 *
 * <p>The parts are those of a message to a user: a stable code, the place within the file, the
 * cause, and what to do. Whoever knows the file adds its name.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String place;
  private final String reason;
  private final @Nullable String hint;

  /**
   * Makes the exception.
   *
   * @param code stable code, for example {@code E0201}
   * @param place where in the file: byte offset, node, tensor; may be empty
   * @param reason what was found and what was expected
   */
  public ModelException(String code, String place, String reason) {
    this(code, place, reason, null, null);
  }

  /**
   * Makes the exception with a hint.
   *
   * @param code stable code
   * @param place where in the file; may be empty
   * @param reason what was found and what was expected
   * @param hint what to do, or null
   * @param cause underlying exception, or null
   */
  public ModelException(
      String code, String place, String reason, @Nullable String hint, @Nullable Throwable cause) {
    super(place.isEmpty() ? reason : place + ": " + reason, cause);
    this.code = code;
    this.place = place;
    this.reason = reason;
    this.hint = hint;
  }

  /**
   * Stable code.
   *
   * @return for example {@code E0201}
   */
  public String code() {
    return code;
  }

  /**
   * Where in the file.
   *
   * @return the place; may be empty
   */
  public String place() {
    return place;
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
