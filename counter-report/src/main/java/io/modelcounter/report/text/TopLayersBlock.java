package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Column;
import java.util.List;
import java.util.stream.Stream;

/** The layers that cost most. */
final class TopLayersBlock implements Block {

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    TopLayers top = TopLayers.of(analysis, report.top());
    if (top.layers().isEmpty()) {
      return;
    }
    String convention = top.convention();
    LayerColumns columns = new LayerColumns(analysis);
    List<Column<LayerCost>> shown =
        Stream.of(
                "index",
                "name",
                "op",
                "input_shapes",
                "output_shapes",
                convention,
                convention + "_pct")
            .map(columns::get)
            .toList();
    out.heading("Top " + top.layers().size() + " layers by " + columns.get(convention).heading());
    new TextTable<>(shown, top.layers()).write(out);
    String shares = CoverageText.shares(analysis);
    if (!shares.isEmpty()) {
      out.item(shares);
    }
  }
}
