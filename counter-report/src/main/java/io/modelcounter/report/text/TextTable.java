package io.modelcounter.report.text;

import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that fits the width of the text. Columns of texts are shortened in their middle; amounts
 * that are too long, formulas mostly, are written in full below the table.
 */
final class TextTable<R> {
  private static final String GAP = "  ";
  private static final int WIDEST_AMOUNT = 22;
  private static final int NARROWEST_TEXT = 8;

  private final List<Column<R>> columns;
  private final List<List<String>> lines = new ArrayList<>();
  private final List<String> footnotes = new ArrayList<>();

  TextTable(List<Column<R>> columns, List<R> rows) {
    this.columns = columns;
    lines.add(columns.stream().map(Column::heading).toList());
    for (R row : rows) {
      lines.add(columns.stream().map(column -> cell(column, row)).toList());
    }
  }

  void write(Lines out) {
    int[] widths = widths();
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = Characters.elide(line.get(i), widths[i]);
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

  private String cell(Column<R> column, R row) {
    Cell cell = column.cell().apply(row);
    String brief = Terminal.safe(cell.brief());
    if (!column.isNumeric() || brief.length() <= WIDEST_AMOUNT) {
      return brief;
    }
    String note = column.heading() + ": " + cell.full();
    if (!footnotes.contains(note)) {
      footnotes.add(note);
    }
    return mark(footnotes.indexOf(note));
  }

  /** Natural widths, of which the widest text columns give way until the line fits. */
  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (int excess = excess(widths); excess > 0; excess = excess(widths)) {
      int widest = widestText(widths);
      if (widths[widest] <= NARROWEST_TEXT) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int excess(int[] widths) {
    int total = 0;
    for (int width : widths) {
      total += GAP.length() + width;
    }
    return total - Lines.WIDTH;
  }

  /** Text column that gives way next; the first one, the names, keeps twice the width. */
  private int widestText(int[] widths) {
    int widest = 0;
    int most = 0;
    int share = 2;
    for (int i = 0; i < widths.length; i++) {
      if (columns.get(i).isNumeric()) {
        continue;
      }
      if (widths[i] / share > most) {
        most = widths[i] / share;
        widest = i;
      }
      share = 1;
    }
    return widest;
  }
}
