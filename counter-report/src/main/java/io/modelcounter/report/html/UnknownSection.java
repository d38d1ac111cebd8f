package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Assumptions;
import io.modelcounter.report.summary.Gap;
import io.modelcounter.report.summary.Remarks;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Unit;
import java.util.List;

/** What is not fully known, what was assumed, and what is odd about the model. */
final class UnknownSection implements Section {
  private static final List<Column<Gap>> GAPS =
      List.of(
          Column.text("reason", "Reason", Gap::reason),
          Column.text("status", "Status", gap -> gap.status().text()),
          Column.numeric("layers", "Layers", gap -> Cell.number(gap.layers().size())),
          Column.numeric("macs", "MACs", gap -> Cell.amount(gap.amount("macs"), Unit.COUNT)),
          Column.numeric("flops", "FLOPs", gap -> Cell.amount(gap.amount("flops"), Unit.COUNT)),
          Column.text("operators", "Operators", Gap::operators),
          Column.text("advice", "What to do", Gap::advice),
          Column.text("first", "First layer", gap -> gap.layers().get(0).name()));

  private static final List<Column<Diagnostic>> DIAGNOSTICS =
      List.of(
          Column.text("code", "Code", Diagnostic::code),
          Column.text("severity", "Kind", Remarks::kind),
          Column.text("place", "Where", Diagnostic::place),
          Column.text("message", "What", Diagnostic::message),
          Column.text("hint", "What to do", diagnostic -> diagnostic.hint().orElse("")));

  @Override
  public String id() {
    return "unknown";
  }

  @Override
  public String title() {
    return "Unknown and assumed";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    List<Gap> gaps = Gap.of(analysis);
    if (gaps.isEmpty()) {
      html.element("p", "Every layer is known.").line();
    } else {
      HtmlTable.of("Layers that are not fully known", "reason", GAPS).write(gaps, html);
    }
    assumptions(Assumptions.of(analysis), html);
    if (!analysis.diagnostics().isEmpty()) {
      HtmlTable.of(Remarks.TITLE, "code", DIAGNOSTICS).write(analysis.diagnostics(), html);
      html.element("p", Remarks.ADVICE).line();
    }
  }

  private static void assumptions(List<String> assumptions, Html html) {
    html.element("h3", "Assumptions").line();
    if (assumptions.isEmpty()) {
      html.element("p", "None beyond what the definitions say.").line();
      return;
    }
    html.open("ul").line();
    for (String assumption : assumptions) {
      html.open("li").name(assumption).close("li").line();
    }
    html.close("ul").line();
  }
}
