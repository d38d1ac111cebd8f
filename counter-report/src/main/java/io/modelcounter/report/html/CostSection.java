package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.ModuleOutline;
import io.modelcounter.report.summary.ModuleRow;
import io.modelcounter.report.summary.OperatorCost;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import java.util.List;

/** The cost by module, by operator and by element type. */
final class CostSection implements Section {
  private static final int DEEPEST = 6;
  private static final int MOST_MODULES = 60;

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Where the cost goes";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    String shares = CoverageText.shares(analysis);
    if (!shares.isEmpty()) {
      html.element("p", shares).line();
    }
    html.view("treemap").openPlain("modules");
    modules(analysis, html);
    html.close("div").line().view("modules");
    html.openPlain("operators");
    HtmlTable.of("Cost by operator", "operator", operatorColumns(analysis.totals()))
        .withBars("macs_pct", cost -> Yardstick.rank(cost.macs()))
        .write(OperatorCost.of(analysis.countedLayers()), html);
    html.close("div").line().view("operators");
    html.openPlain("types");
    HtmlTable.of("Cost by element type", "type", ElementTypeCost.columns(analysis.totals()))
        .withBars("macs_pct", cost -> Yardstick.rank(cost.macs()))
        .write(ElementTypeCost.of(analysis), html);
    html.close("div").line().view("types");
  }

  private static void modules(Analysis analysis, Html html) {
    ModuleOutline outline = ModuleOutline.of(analysis.modules()).foldingEqual();
    List<ModuleRow> all = outline.rows(DEEPEST);
    if (all.isEmpty()) {
      html.element("p", "The exporter recorded no modules.").line();
      return;
    }
    List<ModuleRow> shown = ModuleRow.dearest(all, MOST_MODULES);
    HtmlTable.of("Cost by module", "module", ModuleRow.columns(ModuleRow::name, analysis.totals()))
        .indented(ModuleRow::depth)
        .withBars("macs_pct", row -> Yardstick.rank(row.macs()))
        .write(shown, html);
    int more = outline.modules() - shown.stream().mapToInt(ModuleRow::modules).sum();
    if (more > 0) {
      String modules = more == 1 ? " more module" : " more modules";
      html.element("p", Numbers.grouped(more) + modules + " in the JSON report.").line();
    }
  }

  private static List<Column<OperatorCost>> operatorColumns(Totals totals) {
    return List.of(
        Column.text("operator", "Operator", OperatorCost::operator),
        Column.numeric("layers", "Layers", cost -> Cell.number(cost.layers())),
        Column.numeric("macs", "MACs", cost -> Cell.amount(cost.macs(), Unit.COUNT)),
        Column.numeric("macs_pct", "MACs %", cost -> Cell.share(cost.macs(), totals.macs())),
        Column.numeric("flops", "FLOPs", cost -> Cell.amount(cost.flops(), Unit.COUNT)),
        Column.numeric("flops_pct", "FLOPs %", cost -> Cell.share(cost.flops(), totals.flops())),
        Column.numeric(
            "parameters", "Parameters", cost -> Cell.amount(cost.parameters(), Unit.COUNT)));
  }
}
