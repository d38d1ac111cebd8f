package io.modelcounter.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of a small table for people. */
public final class Columns {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Starts a table with the titles of its columns. */
  public Columns(String... titles) {
    rows.add(List.of(titles));
  }

  /** Adds a row, whose texts may be any. */
  public void add(List<String> cells) {
    rows.add(cells.stream().map(SafeText::escape).toList());
  }

  /** The rows, one a line, without blanks at the ends. */
  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
