package io.modelcounter.report.text;

import java.util.Locale;

/** Collects lines of a certain width at most, of printable ASCII that nothing acts on. */
public final class Lines {
  /** Greatest number of columns where nothing else is known. */
  public static final int WIDTH = 100;

  /** Number of columns below which tables make no sense. */
  private static final int NARROWEST = 60;

  private final StringBuilder text = new StringBuilder();

  private final int width;

  /** Starts without a line, for {@value #WIDTH} columns. */
  public Lines() {
    this(WIDTH);
  }

  /**
   * Starts without a line.
   *
   * @param columns greatest number of columns; more than {@value #WIDTH} are not used
   */
  public Lines(int columns) {
    width = Math.max(NARROWEST, Math.min(WIDTH, columns));
  }

  /**
   * Greatest number of columns.
   *
   * @return the number
   */
  public int width() {
    return width;
  }

  /**
   * Adds an empty line and a heading.
   *
   * @param heading the heading
   */
  public void heading(String heading) {
    text.append('\n');
    paragraph(heading, 0);
  }

  /**
   * Adds a text, broken at spaces.
   *
   * @param paragraph the text
   * @param hang how far its further lines are indented
   */
  public void paragraph(String paragraph, int hang) {
    String rest = Terminal.safe(paragraph).stripTrailing();
    String indent = "";
    while (indent.length() + rest.length() > width) {
      int end = breakBefore(rest, width - indent.length());
      text.append(indent).append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = rest.substring(end).stripLeading();
      indent = " ".repeat(hang);
    }
    text.append(indent).append(rest).append('\n');
  }

  /**
   * Adds an indented item of a list.
   *
   * @param item the item
   */
  public void item(String item) {
    paragraph("  " + item, 4);
  }

  /**
   * Adds a short name and what there is to say under it.
   *
   * @param name the name
   * @param fact what there is to say
   */
  public void fact(String name, String fact) {
    paragraph(String.format(Locale.ROOT, "  %-12s %s", name, fact), 15);
  }

  /** Finds where to break: after the last space that fits, or in a word that does not fit. */
  private static int breakBefore(String line, int most) {
    int start = line.length() - line.stripLeading().length();
    int space = line.lastIndexOf(' ', most);
    if (space > start) {
      return space;
    }
    int end = most;
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
