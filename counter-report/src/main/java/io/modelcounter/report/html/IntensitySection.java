package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.util.List;

/** How much is computed for every byte that is moved. */
final class IntensitySection implements Section {
  @Override
  public String id() {
    return "intensity";
  }

  @Override
  public String title() {
    return "Arithmetic intensity";
  }

  @Override
  public void write(Report report, Html html) {
    String meaning =
        "FLOPs that a layer does for every byte that it reads or writes, weights included. Layers"
            + " of low intensity wait for memory, layers of high intensity for arithmetic; where"
            + " one ends and the other begins is a property of the machine.";
    html.element("p", meaning).line();
    Totals totals = report.analysis().totals();
    Amount moved = totals.readBytes().plus(totals.writeBytes());
    Intensity.ratio(totals.flops(), moved)
        .ifPresent(
            ratio -> html.element("p", "The whole model: " + ratio + " FLOPs a byte.").line());
    List<Column<Intensity>> columns =
        List.of(
            Column.text("intensity", "FLOPs a byte", Intensity::label),
            Column.numeric("layers", "Layers", group -> Cell.number(group.layers().size())),
            Column.numeric("flops", "FLOPs", group -> Cell.amount(group.flops(), Unit.COUNT)),
            Column.numeric(
                "flops_pct", "FLOPs %", group -> Cell.share(group.flops(), totals.flops())),
            Column.numeric("moved", "Bytes moved", group -> Cell.amount(group.bytes(), Unit.BYTES)),
            Column.numeric("moved_pct", "Bytes %", group -> Cell.share(group.bytes(), moved)));
    HtmlTable.of("Layers by FLOPs a byte", "intensity", columns)
        .withBars("flops_pct", group -> Yardstick.rank(group.flops()))
        .write(Intensity.of(report.analysis().countedLayers()), html);
  }
}
