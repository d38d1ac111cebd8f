package io.modelcounter.rules.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document is none, or holds what is not taken. */
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Place place;
  private final String reason;
  private final String details;

  DocumentException(@Nullable Place place, String reason) {
    this(place, reason, "", null);
  }

  DocumentException(
      @Nullable Place place, String reason, String details, @Nullable Throwable cause) {
    super(place == null ? reason : place + ": " + reason, cause);
    this.place = place;
    this.reason = reason;
    this.details = details;
  }

  /** Where, unless it is about all of the document. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** What was found and what was expected. */
  public String reason() {
    return reason;
  }

  /** What the parser says about it; may be empty. */
  public String details() {
    return details;
  }
}
