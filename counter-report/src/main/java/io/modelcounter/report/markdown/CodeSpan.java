package io.modelcounter.report.markdown;

import io.modelcounter.report.table.Characters;

/** Texts of which nothing is taken for Markdown, a link, a mention or HTML. */
final class CodeSpan {
  private static final int LONGEST = 240;

  private CodeSpan() {}

  /** The text between as many backticks as it needs, on one line; nothing for an empty text. */
  static String of(String text) {
    String visible = Characters.elide(Characters.escape(text, Characters::isVisible), LONGEST);
    if (visible.isBlank()) {
      return "";
    }
    String ticks = "`".repeat(longestRun(visible) + 1);
    boolean needsSpace = visible.startsWith("`") || visible.endsWith("`");
    String space = needsSpace ? " " : "";
    return ticks + space + visible + space + ticks;
  }

  /** The same for a cell of a table, which a bar would end even in a code span. */
  static String inTable(String text) {
    return of(text).replace("|", "\\|");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
