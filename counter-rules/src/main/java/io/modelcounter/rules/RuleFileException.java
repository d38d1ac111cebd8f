package io.modelcounter.rules;

import io.modelcounter.rules.document.DocumentException;
import io.modelcounter.rules.document.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule file cannot be used as it is. */
public final class RuleFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isForLaterVersion;
  private final String found;
  private final transient List<String> known;

  private RuleFileException(
      @Nullable Place place,
      String reason,
      boolean isForLaterVersion,
      String found,
      List<String> known,
      @Nullable Throwable cause) {
    super(place == null ? reason : place + ": " + reason, cause);
    this.isForLaterVersion = isForLaterVersion;
    this.found = found;
    this.known = List.copyOf(known);
  }

  /** A mistake at a place. */
  static RuleFileException at(@Nullable Place place, String reason) {
    return new RuleFileException(place, reason, false, "", List.of(), null);
  }

  /** A file that is not even a document. */
  static RuleFileException of(DocumentException wrong) {
    String details = wrong.details().isEmpty() ? "" : ": " + wrong.details();
    return at(wrong.place().orElse(null), wrong.reason() + details, wrong);
  }

  /** A mistake at a place that something else found. */
  static RuleFileException at(@Nullable Place place, String reason, Throwable cause) {
    return new RuleFileException(place, reason, false, "", List.of(), cause);
  }

  /** A word that means nothing where it stands. */
  static RuleFileException word(Place place, String reason, String found, List<String> known) {
    return new RuleFileException(place, reason, false, found, known, null);
  }

  /** A file that only a later version of ModelCounter can read. */
  static RuleFileException later(Place place, String reason) {
    return new RuleFileException(place, reason, true, "", List.of(), null);
  }

  /**
   * What is wrong, with the place.
   *
   * @return for example {@code line 3, column 5: there is no key "outptus"; …}
   */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /**
   * Tells whether the file is no mistake but written for a later version of ModelCounter.
   *
   * @return whether an update helps
   */
  public boolean isForLaterVersion() {
    return isForLaterVersion;
  }

  /**
   * A word that means nothing where it stands.
   *
   * @return the word; empty if something else is wrong
   */
  public String found() {
    return found;
  }

  /**
   * What may stand in the place of that word.
   *
   * @return the words; empty if something else is wrong
   */
  public List<String> known() {
    return known;
  }
}
