package io.modelcounter.rules.expression;

import java.util.List;

/** A text is no expression. */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final transient List<String> known;

  ExpressionException(int position, String reason) {
    this(position, reason, "", List.of());
  }

  ExpressionException(int position, String reason, String found, List<String> known) {
    super("character " + (position + 1) + ": " + reason);
    this.found = found;
    this.known = List.copyOf(known);
  }

  /** A word that means nothing where it stands; may be empty. */
  public String found() {
    return found;
  }

  /** What may stand there instead of that word. */
  public List<String> known() {
    return known;
  }
}
