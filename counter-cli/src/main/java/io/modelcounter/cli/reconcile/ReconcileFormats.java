package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Reconciliation.Difference;
import io.modelcounter.analysis.Reconciliation.Term;
import io.modelcounter.cli.terminal.SafeText;
import io.modelcounter.report.csv.CsvTable;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.text.Lines;
import io.modelcounter.report.text.TextTable;
import io.modelcounter.symbolic.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Writes reconciliations as text and as tables. */
final class ReconcileFormats {
  private static final int HANG = 4;

  private ReconcileFormats() {}

  /** For people: totals, why they differ, and what was asked for beyond. */
  static String text(Reconciled reconciled, int columns) {
    Lines out = new Lines(columns);
    out.paragraph(reconciled.model() + ", " + Expectation.inputs(reconciled.analysis()), 2);
    reconciled.expectation().ifPresent(expectation -> text(expectation, out));
    if (!reconciled.differences().isEmpty()) {
      for (Difference pair : reconciled.differences()) {
        out.heading(pair.first() + " less " + pair.second());
        new TextTable<>(ReconcileTables.differenceOf(pair), ReconcileTables.rowsOf(pair))
            .write(out);
      }
    } else if (reconciled.expectation().isEmpty()) {
      out.heading("Totals");
      new TextTable<>(ReconcileTables.totals(reconciled), reconciled.conventions()).write(out);
      whyTheyDiffer(reconciled, out);
    }
    return out.toString();
  }

  private static void text(Expectation expectation, Lines out) {
    boolean isFound = !expectation.matches().isEmpty();
    out.heading(
        isFound
            ? expectation.number().text() + " is the total of"
            : "No convention makes " + expectation.number().text() + "; the nearest are");
    new TextTable<>(
            ReconcileTables.matches(), isFound ? expectation.matches() : expectation.nearest())
        .write(out);
  }

  private static void whyTheyDiffer(Reconciled reconciled, Lines out) {
    String base = reconciled.conventions().get(0);
    List<String> others = reconciled.conventions().subList(1, reconciled.conventions().size());
    if (others.isEmpty()) {
      return;
    }
    out.heading("Why they differ from " + base);
    for (String other : others) {
      write(reconciled.reconciliation().between(other, base), out);
    }
  }

  /** Writes a difference and its parts, and breaks lines between parts, not within numbers. */
  private static void write(Difference difference, Lines out) {
    String total =
        difference.total().map(size -> ReconcileTables.text(size, "+")).orElse("unknown");
    StringBuilder line = new StringBuilder("  " + difference.first() + " " + total);
    String separator = ":";
    for (Term term : difference.terms()) {
      Optional<Size> part = term.difference();
      if (part.isEmpty() || !part.get().isZero()) {
        String text =
            term.name() + " " + part.map(size -> ReconcileTables.text(size, "+")).orElse("unknown");
        line.append(separator);
        if (line.length() + text.length() + 2 > out.width()) {
          out.paragraph(line.toString(), HANG);
          line = new StringBuilder(" ".repeat(HANG)).append(text);
        } else {
          line.append(' ').append(text);
        }
        separator = ",";
      }
    }
    out.paragraph(line.toString(), HANG);
  }

  /** One table: of what was looked for, of the differences asked for, or of all parts. */
  static String csv(Reconciled reconciled) throws IOException {
    if (reconciled.expectation().isPresent()) {
      return csv(ReconcileTables.matches(), reconciled.expectation().get().matches());
    }
    if (reconciled.differences().isEmpty()) {
      return csv(ReconcileTables.parts(), ReconcileTables.partsOf(reconciled));
    }
    return csv(
        ReconcileTables.differences(),
        reconciled.differences().stream()
            .flatMap(pair -> ReconcileTables.rowsOf(pair).stream())
            .toList());
  }

  /** The tables of the text for a page. */
  static String markdown(Reconciled reconciled) {
    StringBuilder text = new StringBuilder();
    if (reconciled.expectation().isPresent()) {
      table(ReconcileTables.matches(), reconciled.expectation().get().matches(), text);
    } else if (reconciled.differences().isEmpty()) {
      table(ReconcileTables.totals(reconciled), reconciled.conventions(), text);
      text.append('\n');
      table(ReconcileTables.parts(), ReconcileTables.partsOf(reconciled), text);
    }
    for (Difference pair : reconciled.differences()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      table(ReconcileTables.differenceOf(pair), ReconcileTables.rowsOf(pair), text);
    }
    return text.toString();
  }

  /** A table with its heading for people. */
  static <R> String text(String heading, List<Column<R>> columns, List<R> rows, int width) {
    Lines out = new Lines(width);
    out.paragraph(heading, 0);
    new TextTable<>(columns, rows).write(out);
    return out.toString();
  }

  /** A table for programs. */
  static <R> String csv(List<Column<R>> columns, List<R> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvTable.write(columns, rows, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A table for a page. */
  static <R> String markdown(List<Column<R>> columns, List<R> rows) {
    StringBuilder text = new StringBuilder();
    table(columns, rows, text);
    return text.toString();
  }

  private static <R> void table(List<Column<R>> columns, List<R> rows, StringBuilder text) {
    text.append(row(columns.stream().map(Column::heading).toList()));
    text.append(columns.stream().map(c -> c.isNumeric() ? "--:" : "---").collect(bars()))
        .append('\n');
    for (R row : rows) {
      text.append(row(columns.stream().map(column -> column.cell().apply(row).brief()).toList()));
    }
  }

  /** A vertical bar in the text of a plugin or a model would end a cell. */
  private static String row(List<String> cells) {
    return cells.stream()
            .map(cell -> " " + SafeText.escape(cell).replace("|", "\\|") + " ")
            .collect(bars())
        + "\n";
  }

  private static Collector<CharSequence, ?, String> bars() {
    return Collectors.joining("|", "|", "|");
  }
}
