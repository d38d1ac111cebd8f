package io.modelcounter.report.csv;

import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Writes a table: a header line, then a line a row. */
public final class CsvTable {
  private static final String LINE_END = "\r\n";

  private CsvTable() {}

  /**
   * Writes a table.
   *
   * @param columns its columns
   * @param rows its rows
   * @param out where to; not closed
   * @param <R> what a row is about
   * @throws IOException if writing fails
   */
  public static <R> void write(List<Column<R>> columns, List<R> rows, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    StringJoiner header = new StringJoiner(",", "", LINE_END);
    columns.forEach(column -> header.add(CsvField.text(column.id())));
    writer.write(header.toString());
    for (R row : rows) {
      StringJoiner line = new StringJoiner(",", "", LINE_END);
      columns.forEach(column -> line.add(field(column.cell().apply(row))));
      writer.write(line.toString());
    }
    writer.flush();
  }

  private static String field(Cell cell) {
    return cell.isNumber() ? cell.data() : CsvField.text(cell.data());
  }
}
