package io.modelcounter.cli.message;

import io.modelcounter.cli.terminal.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to tell the user: what, where, why, and what to do. Its parts may hold any text; {@link
 * #lines} makes them safe.
 *
 * @param code stable code, for example {@code E0201}
 * @param subject file or option that it is about; may be empty
 * @param place where in the file; may be empty
 * @param text what was found and what was expected
 * @param cause underlying cause; may be empty
 * @param hint what to do; may be empty
 */
public record Message(
    String code, String subject, String place, String text, String cause, String hint) {

  /** A message about a file or option, which may be empty. */
  public static Message of(String code, String subject, String text) {
    return new Message(code, subject, "", text, "", "");
  }

  /** This message with the place within the file. */
  public Message at(String newPlace) {
    return new Message(code, subject, newPlace, text, cause, hint);
  }

  /** This message with an underlying cause. */
  public Message because(String newCause) {
    return new Message(code, subject, place, text, newCause, hint);
  }

  /** This message with what to do. */
  public Message withHint(String newHint) {
    return new Message(code, subject, place, text, cause, newHint);
  }

  /** The lines to show after the word that says how serious it is. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder first = new StringBuilder("[").append(code).append("] ");
    for (String part : List.of(SafeText.name(subject), SafeText.name(place))) {
      if (!part.isEmpty()) {
        first.append(part).append(": ");
      }
    }
    lines.add(first.append(SafeText.sentence(text)).toString());
    if (!cause.isEmpty()) {
      lines.add("  cause: " + SafeText.sentence(cause));
    }
    if (!hint.isEmpty()) {
      lines.add("  hint:  " + SafeText.sentence(hint));
    }
    return lines;
  }
}
