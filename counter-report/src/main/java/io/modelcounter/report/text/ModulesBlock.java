package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.ModuleRow;
import io.modelcounter.report.table.Numbers;
import java.util.List;

/** The modules, as deep as fits a screen. */
final class ModulesBlock implements Block {
  private static final int DEEPEST = 3;
  private static final int MOST_ROWS = 40;

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    ModuleCost root = analysis.modules();
    if (root.children().isEmpty()) {
      return;
    }
    int depth = DEEPEST;
    List<ModuleRow> rows = ModuleRow.of(root, depth);
    while (rows.size() > MOST_ROWS && depth > 1) {
      depth--;
      rows = ModuleRow.of(root, depth);
    }
    List<ModuleRow> shown = ModuleRow.dearest(rows, MOST_ROWS);
    out.heading("Modules");
    new TextTable<>(ModuleRow.columns(analysis.totals()), shown).write(out);
    if (shown.size() < rows.size()) {
      out.item("... and " + Numbers.grouped(rows.size() - shown.size()) + " more modules");
    }
  }
}
