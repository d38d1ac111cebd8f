package io.modelcounter.rules.document;

/**
 * One value, which is not interpreted.
 *
 * @param place where it begins
 * @param kind what it looks like
 * @param text its text, without quotes and escapes
 */
public record Scalar(Place place, Kind kind, String text) implements DocumentNode {
  private static final int LONGEST_SHOWN = 60;

  /** What a value looks like. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** No value. */
    NULL
  }

  @Override
  public String describe() {
    if (kind == Kind.NULL || text.isEmpty()) {
      return "nothing";
    }
    return text.length() > LONGEST_SHOWN
        ? "\"" + text.substring(0, LONGEST_SHOWN) + "...\""
        : "\"" + text + "\"";
  }
}
