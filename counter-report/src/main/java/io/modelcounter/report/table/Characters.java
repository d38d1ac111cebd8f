package io.modelcounter.report.table;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Makes characters visible that would act on their surroundings instead of being read. */
public final class Characters {
  private Characters() {}

  /**
   * Tells whether a character can be read.
   *
   * @param codePoint the character
   * @return false for controls, direction and joining marks, line and paragraph separators, byte
   *     order marks, halves of pairs and code points that are no characters
   */
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /**
   * Writes characters that may not stay as they are as {@code \}{@code u202e}.
   *
   * @param text any text
   * @param stays which characters stay
   * @return the text with escapes, two for a character beyond the basic plane
   */
  public static String escape(String text, IntPredicate stays) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (stays.test(codePoint)) {
                result.appendCodePoint(codePoint);
              } else {
                appendEscaped(result, codePoint);
              }
            });
    return result.toString();
  }

  /**
   * Shortens a text in its middle, where names of one model differ least.
   *
   * @param text the text
   * @param longest greatest number of characters of the result, at least 5
   * @return the text, or its beginning and its end with {@code ...} between them
   */
  public static String elide(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int head = (longest - 3) / 2;
    int tail = longest - 3 - head;
    return new String(points, 0, head) + "..." + new String(points, points.length - tail, tail);
  }

  /**
   * Shortens a name at its beginning, as its end tells what it is the name of.
   *
   * @param name the name
   * @param longest greatest number of characters of the result, at least 5
   * @return the name, or {@code ...} and its end; a part between slashes that would lose only its
   *     own beginning is left out whole if it is short
   */
  public static String elideStart(String name, int longest) {
    if (name.codePointCount(0, name.length()) <= longest) {
      return name;
    }
    int[] points = name.codePoints().toArray();
    int tail = longest - 3;
    String end = new String(points, points.length - tail, tail);
    int slash = end.indexOf('/');
    return "..." + (slash >= 0 && slash < tail / 4 ? end.substring(slash + 1) : end);
  }

  private static void appendEscaped(StringBuilder result, int codePoint) {
    for (char unit : Character.toChars(codePoint)) {
      result.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
