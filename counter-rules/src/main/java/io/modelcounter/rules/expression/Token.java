package io.modelcounter.rules.expression;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text its text, without quotes
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

  /** What a word is. */
  enum Kind {
    NAME,
    INTEGER,
    QUOTED,
    SIGN,
    END
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  /** How messages name it. */
  String describe() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
