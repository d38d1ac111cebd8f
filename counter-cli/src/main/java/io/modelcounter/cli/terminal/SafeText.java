package io.modelcounter.cli.terminal;

import io.modelcounter.report.table.Characters;

/** Makes names from files and command lines safe to show in one line of a terminal or a log. */
public final class SafeText {
  /** Greatest number of characters of a name. */
  public static final int LONGEST_NAME = 120;

  private static final int LONGEST_SENTENCE = 1_000;

  private SafeText() {}

  /** A name, escaped, and shortened in its middle to {@value #LONGEST_NAME} characters. */
  public static String name(String name) {
    return Characters.elide(escape(name), LONGEST_NAME);
  }

  /** A name, escaped, and shortened at its beginning to a number of characters. */
  public static String nameEnd(String name, int longest) {
    return Characters.elideStart(escape(name), longest);
  }

  /** A sentence that may hold names, escaped, and shortened in its middle if it is very long. */
  public static String sentence(String sentence) {
    return Characters.elide(escape(sentence), LONGEST_SENTENCE);
  }

  /**
   * Writes characters that would act on a terminal or hide from its reader as their codes, and two
   * number signs in a row, with which build servers mark commands.
   */
  public static String escape(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint ->
                result.append(
                    Characters.isVisible(codePoint)
                        ? Character.toString(codePoint)
                        : TerminalText.escaped(codePoint)));
    return result.toString().replace("##", "#" + TerminalText.escaped('#'));
  }
}
