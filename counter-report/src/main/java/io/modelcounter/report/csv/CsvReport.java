package io.modelcounter.report.csv;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the table of layers. */
public final class CsvReport implements ReportRenderer {
  /** Makes the renderer. */
  public CsvReport() {}

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    CsvTable.write(new LayerColumns(report.analysis()).all(), report.analysis().layers(), out);
  }
}
