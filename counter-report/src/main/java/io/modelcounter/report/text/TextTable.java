package io.modelcounter.report.text;

import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that fits the width of the text. The first column of texts, the names, is shortened at
 * its beginning, other texts in their middle; amounts that are too long, formulas mostly, are
 * written in full below the table.
 *
 * @param <R> what a row is about
 */
public final class TextTable<R> {
  private static final String GAP = "  ";
  private static final int WIDEST_AMOUNT = 22;

  /** What amounts may take where names would be cut too short otherwise. */
  private static final int NARROW_AMOUNT = 18;

  private static final int NARROWEST_TEXT = 8;

  /** Names of this width can mostly be told from each other. */
  private static final int WIDE_NAME = 36;

  private final List<Column<R>> columns;
  private final List<R> rows;
  private final int names;
  private final List<List<String>> lines = new ArrayList<>();
  private final List<String> footnotes = new ArrayList<>();
  private int width = Lines.WIDTH;

  /**
   * Makes a table.
   *
   * @param columns its columns, one of texts at least
   * @param rows its rows
   */
  public TextTable(List<Column<R>> columns, List<R> rows) {
    this.columns = columns;
    this.names = columns.stream().map(Column::isNumeric).toList().indexOf(false);
    this.rows = rows;
    fill(WIDEST_AMOUNT);
  }

  private void fill(int widestAmount) {
    lines.clear();
    footnotes.clear();
    lines.add(columns.stream().map(Column::heading).toList());
    for (R row : rows) {
      lines.add(columns.stream().map(column -> cell(column, row, widestAmount)).toList());
    }
  }

  /**
   * Tells whether no text is shortened.
   *
   * @param columns how wide the table may be
   * @param mayCutNames whether names may be, as long as enough of them is left
   */
  boolean fits(int columns, boolean mayCutNames) {
    width = columns;
    int[] widths = naturalWidths();
    if (mayCutNames) {
      widths[names] = Math.min(widths[names], WIDE_NAME);
    }
    return excess(widths) <= 0;
  }

  /**
   * Adds the table to lines.
   *
   * @param out where to
   */
  public void write(Lines out) {
    if (!fits(out.width(), true)) {
      fill(NARROW_AMOUNT);
    }
    int[] widths = widths();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell =
            i == names
                ? Characters.elideStart(line.get(i), widths[i])
                : Characters.elide(line.get(i), widths[i]);
        String space = " ".repeat(widths[i] - cell.length());
        text.append(GAP).append(columns.get(i).isNumeric() ? space + cell : cell + space);
      }
      out.paragraph(text.toString(), GAP.length());
    }
    for (int i = 0; i < footnotes.size(); i++) {
      out.item(mark(i) + " " + footnotes.get(i));
    }
  }

  private static String mark(int footnote) {
    return "[" + (footnote + 1) + "]";
  }

  private String cell(Column<R> column, R row, int widestAmount) {
    Cell cell = column.cell().apply(row);
    String brief = Terminal.safe(cell.brief());
    if (!column.isNumeric() || brief.length() <= widestAmount) {
      return brief;
    }
    String note = column.heading() + ": " + cell.full();
    if (!footnotes.contains(note)) {
      footnotes.add(note);
    }
    return mark(footnotes.indexOf(note));
  }

  /** Natural widths, of which first the names and then the widest texts give way. */
  private int[] widths() {
    int[] widths = naturalWidths();
    int spare = Math.max(0, widths[names] - WIDE_NAME);
    widths[names] -= Math.min(spare, Math.max(0, excess(widths)));
    while (excess(widths) > 0) {
      int widest = widestText(widths);
      if (widths[widest] <= NARROWEST_TEXT) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private int[] naturalWidths() {
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return widths;
  }

  private int excess(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += GAP.length() + width;
    }
    return total - width;
  }

  private int widestText(int[] widths) {
    int widest = names;
    for (int i = 0; i < widths.length; i++) {
      if (!columns.get(i).isNumeric() && widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }
}
