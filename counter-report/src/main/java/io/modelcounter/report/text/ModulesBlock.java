package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.ModuleOutline;
import io.modelcounter.report.summary.ModuleRow;
import io.modelcounter.report.table.Numbers;
import java.util.List;

/** The modules, as deep as fits a screen. */
final class ModulesBlock implements Block {
  private static final int DEEPEST = 3;
  private static final int MOST_ROWS = 40;

  /** One level more is shown if the table stays as short as this. */
  private static final int FEW_ROWS = 12;

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    ModuleOutline outline = ModuleOutline.of(analysis.modules()).foldingEqual();
    int depth = DEEPEST + 1;
    List<ModuleRow> rows = outline.rows(depth);
    if (rows.size() > FEW_ROWS) {
      depth--;
      rows = outline.rows(depth);
    }
    while (rows.size() > MOST_ROWS && depth > 1) {
      depth--;
      rows = outline.rows(depth);
    }
    if (rows.isEmpty()) {
      return;
    }
    List<ModuleRow> shown = ModuleRow.dearest(rows, MOST_ROWS);
    out.heading("Modules");
    new TextTable<>(ModuleRow.columns(ModulesBlock::indented, analysis.totals()), shown).write(out);
    int more = outline.modules() - shown.stream().mapToInt(ModuleRow::modules).sum();
    if (more > 0) {
      out.item(
          "... "
              + Numbers.grouped(more)
              + (more == 1 ? " more module" : " more modules")
              + "; see -o html=PATH or -o json=PATH");
    }
  }

  private static String indented(ModuleRow row) {
    return "  ".repeat(row.depth() - 1) + row.name();
  }
}
