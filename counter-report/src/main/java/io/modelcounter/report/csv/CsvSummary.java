package io.modelcounter.report.csv;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Unit;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a table of totals, one metric a line. */
public final class CsvSummary implements ReportRenderer {
  private static final List<Column<Headline>> COLUMNS =
      List.of(
          Column.text("metric", "Metric", Headline::metric),
          Column.numeric("value", "Value", row -> Cell.amount(row.amount(), row.unit())),
          Column.text("unit", "Unit", row -> row.unit().text()),
          Column.text("exactness", "Exactness", row -> exactness(row.amount())),
          Column.numeric("low", "Low", row -> end(Optional.of(row.amount().low()))),
          Column.numeric("high", "High", row -> end(row.amount().high())));

  /** Makes the renderer. */
  public CsvSummary() {}

  @Override
  public String format() {
    return "csv-summary";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Analysis analysis = report.analysis();
    List<Headline> rows = new ArrayList<>(Headline.main(analysis.totals()));
    rows.addAll(Headline.stored(analysis.totals()));
    rows.addAll(Headline.conventions(analysis));
    rows.addAll(coverage(analysis.coverage()));
    CsvTable.write(COLUMNS, rows, out);
  }

  private static List<Headline> coverage(Coverage coverage) {
    return List.of(
        layers("layers", coverage.total()),
        layers("exactLayers", coverage.exact()),
        layers("boundedLayers", coverage.bounded()),
        layers("unknownLayers", coverage.unknown()),
        layers("freeLayers", coverage.free()),
        layers("ignoredLayers", coverage.ignored()));
  }

  private static Headline layers(String metric, int count) {
    return new Headline(metric, metric, Unit.COUNT, Amount.exact(Size.of(count)), "");
  }

  private static Cell end(Optional<Size> size) {
    return size.map(value -> Cell.amount(Amount.exact(value), Unit.COUNT)).orElse(Cell.empty());
  }

  private static String exactness(Amount amount) {
    if (amount.isExact()) {
      return "exact";
    }
    return Amounts.isKnown(amount) ? "bounded" : "unknown";
  }
}
