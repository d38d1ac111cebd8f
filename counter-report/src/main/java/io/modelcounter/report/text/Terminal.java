package io.modelcounter.report.text;

import io.modelcounter.report.table.Characters;
import java.util.regex.Pattern;

/** Makes any text safe to print: printable ASCII that no terminal or build server acts on. */
final class Terminal {
  /** Colons that could come to begin a line, with which build servers mark commands. */
  private static final Pattern COLONS = Pattern.compile("(?<=^|\\s)::|:{3,}");

  private Terminal() {}

  /** Escapes what is not printable ASCII, and what build servers take for commands. */
  static String safe(String text) {
    String ascii = Characters.escape(text, c -> c >= ' ' && c <= '~');
    String quiet = ascii.replace("##", "#\\u0023");
    return COLONS
        .matcher(quiet)
        .replaceAll(colons -> "\\\\u003a".repeat(colons.end() - colons.start()));
  }
}
