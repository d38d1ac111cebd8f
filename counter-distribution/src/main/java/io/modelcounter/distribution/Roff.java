package io.modelcounter.distribution;

import java.util.Locale;
import java.util.regex.Pattern;

/** Builds a manual page in the language of {@code man(7)}. */
final class Roff {
  private static final Pattern LINES = Pattern.compile("\n");

  private final StringBuilder page = new StringBuilder();

  /** Adds the title line; a page has one, at its start. */
  Roff title(String name, String source) {
    return line(
        ".TH " + quoted(name) + " 1 \"\" " + quoted(source) + " " + quoted("User Commands"));
  }

  /** Starts a section. */
  Roff section(String heading) {
    return line(".SH " + quoted(heading));
  }

  /** Adds an entry of a list: a bold term and, indented below it, what it means. */
  Roff entry(String term, String meaning) {
    return line(".TP").line("\\fB" + escape(term) + "\\fR").text(meaning);
  }

  /** Adds lines that stay as they are. */
  Roff verbatim(String text) {
    return line(".PP").line(".nf").text(text).line(".fi");
  }

  /** Adds text as it follows a heading or a term. */
  Roff text(String text) {
    for (String line : LINES.split(text, -1)) {
      line(protect(escape(line)));
    }
    return this;
  }

  private Roff line(String line) {
    page.append(line).append('\n');
    return this;
  }

  private static String quoted(String text) {
    return '"' + escape(text).replace("\"", "\\(dq") + '"';
  }

  /** A line that starts with a dot would be taken for a request. */
  private static String protect(String line) {
    return line.startsWith(".") ? "\\&" + line : line;
  }

  /** Hyphens stay hyphens, so that options can be copied; other characters than ASCII by number. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (character < 128) {
                    escaped.appendCodePoint(character);
                  } else {
                    escaped.append("\\[u").append(hexadecimal(character)).append(']');
                  }
                }
              }
            });
    return escaped.toString();
  }

  private static String hexadecimal(int character) {
    String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
