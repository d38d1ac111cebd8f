package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Yardstick;
import java.util.List;
import java.util.stream.Stream;

/** The layers in the order of the file. */
final class LayersSection implements Section {
  private static final int MOST_LAYERS = 2000;

  @Override
  public String id() {
    return "layers";
  }

  @Override
  public String title() {
    return "Layers";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    LayerColumns columns = new LayerColumns(analysis);
    List<Column<LayerCost>> shown =
        Stream.of(
                "index",
                "name",
                "op",
                "status",
                "input_shapes",
                "output_shapes",
                "dtype",
                "macs",
                "macs_pct",
                "flops",
                "parameters",
                "weight_bytes",
                "read_bytes",
                "write_bytes",
                "formula")
            .map(columns::get)
            .toList();
    List<LayerCost> layers = analysis.layers();
    List<LayerCost> first = layers.subList(0, Math.min(MOST_LAYERS, layers.size()));
    HtmlTable.of("Layers in file order, those of bodies after the main graph", "name", shown)
        .withBars("macs_pct", layer -> Yardstick.rank(layer.amount("macs")))
        .write(first, html);
    if (first.size() < layers.size()) {
      String more =
          Numbers.grouped(layers.size() - first.size())
              + " more layers in the CSV and JSON reports.";
      html.element("p", more).line();
    }
  }
}
