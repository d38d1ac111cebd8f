package io.modelcounter.report.text;

import java.util.Locale;

/** Collects lines of at most {@link #WIDTH} columns; everything passes {@link Terminal#safe}. */
final class Lines {
  static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  /** Adds an empty line and a heading. */
  void heading(String heading) {
    text.append('\n');
    paragraph(heading, 0);
  }

  /** Adds a text, broken at spaces; its further lines are indented. */
  void paragraph(String paragraph, int hang) {
    String rest = Terminal.safe(paragraph).stripTrailing();
    String indent = "";
    while (indent.length() + rest.length() > WIDTH) {
      int end = breakBefore(rest, WIDTH - indent.length());
      text.append(indent).append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = rest.substring(end).stripLeading();
      indent = " ".repeat(hang);
    }
    text.append(indent).append(rest).append('\n');
  }

  /** Adds an indented item of a list. */
  void item(String item) {
    paragraph("  " + item, 4);
  }

  /** Adds a short name and what there is to say under it. */
  void fact(String name, String fact) {
    paragraph(String.format(Locale.ROOT, "  %-12s %s", name, fact), 15);
  }

  /** Finds where to break: after the last space that fits, or in a word that does not fit. */
  private static int breakBefore(String line, int width) {
    int start = line.length() - line.stripLeading().length();
    int space = line.lastIndexOf(' ', width);
    if (space > start) {
      return space;
    }
    int end = width;
    // A line must not begin with colons; Terminal leaves no more than two in a row.
    while (line.charAt(end) == ':') {
      end--;
    }
    return end;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
