package io.modelcounter.report.markdown;

import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiFunction;

/** Collects Markdown up to a length; rows of tables that would not fit are counted instead. */
final class MarkdownText {
  private final StringBuilder text = new StringBuilder();
  private final int most;
  private int bytes;

  MarkdownText(int most) {
    this.most = most;
  }

  /** Adds a line, whatever its length. */
  MarkdownText line(String line) {
    text.append(line).append('\n');
    bytes += length(line);
    return this;
  }

  private static int length(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length + 1;
  }

  /** Adds a table that a click opens. */
  <R> void folded(
      String summary,
      List<Column<R>> columns,
      List<R> rows,
      BiFunction<Column<R>, R, String> cell) {
    line("").line("<details><summary>" + summary + "</summary>").line("");
    table(columns, rows, cell);
    line("").line("</details>");
  }

  /** Adds a table with as many of its rows as there is room for. */
  <R> void table(List<Column<R>> columns, List<R> rows, BiFunction<Column<R>, R, String> cell) {
    StringJoiner head = new StringJoiner(" | ", "| ", " |");
    StringJoiner rule = new StringJoiner("|", "|", "|");
    for (Column<R> column : columns) {
      head.add(column.heading());
      rule.add(column.isNumeric() ? "--:" : "---");
    }
    line(head.toString()).line(rule.toString());
    int written = 0;
    for (R row : rows) {
      StringJoiner cells = new StringJoiner(" | ", "| ", " |");
      columns.forEach(column -> cells.add(cell.apply(column, row)));
      if (bytes + length(cells.toString()) > most) {
        break;
      }
      line(cells.toString());
      written++;
    }
    if (written < rows.size()) {
      line("").line(Numbers.grouped(rows.size() - written) + " more rows are in the JSON report.");
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
