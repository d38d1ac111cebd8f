package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Yardstick;
import java.util.List;
import java.util.stream.Stream;

/** The dearest layers; scripts show all of them. */
final class LayersSection implements Section {
  private static final int MOST_LAYERS = 50;

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
                "macs",
                "macs_pct",
                "flops",
                "parameters",
                "formula",
                "ignored")
            .filter(id -> analysis.coverage().ignored() > 0 || !id.equals("ignored"))
            .map(columns::get)
            .toList();
    int all = analysis.layers().size();
    boolean isAll = all <= MOST_LAYERS;
    TopLayers top = TopLayers.of(analysis, MOST_LAYERS);
    String metric = top.convention().equals("macs") ? "MACs" : "FLOPs";
    String order = "The dearest layers by " + metric;
    html.openPlain("layers");
    HtmlTable.of(isAll ? "Layers in file order" : order, "name", shown)
        .withBars("macs_pct", layer -> Yardstick.rank(layer.amount("macs")))
        .write(isAll ? analysis.layers() : top.layers(), html);
    if (!isAll) {
      String more = Numbers.grouped(all - top.layers().size()) + " more layers";
      html.element("p", more + " in the CSV and JSON reports.").line();
    }
    html.close("div").line().view("layers");
  }
}
