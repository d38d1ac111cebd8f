package io.modelcounter.report.text;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.OperatorNames;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import io.modelcounter.symbolic.Amount;
import java.util.List;
import java.util.function.Function;

/** The layers that were asked to be left out of the totals. */
final class IgnoredBlock implements Block {

  @Override
  public void write(Report report, Lines out) {
    List<LayerCost> ignored =
        report.analysis().layers().stream().filter(LayerCost::isIgnored).toList();
    if (ignored.isEmpty()) {
      return;
    }
    out.heading("Left out of the totals");
    String layers = ignored.size() == 1 ? " layer" : " layers";
    out.item(
        Numbers.grouped(ignored.size())
            + layers
            + ": MACs "
            + sum(ignored, layer -> layer.amount("macs"))
            + ", FLOPs "
            + sum(ignored, layer -> layer.amount("flops"))
            + ", parameters "
            + sum(ignored, LayerCost::parameters));
    out.paragraph("    operators: " + OperatorNames.counted(ignored), 6);
    out.paragraph("    layers: " + LayerNames.first(ignored), 6);
  }

  private static String sum(List<LayerCost> layers, Function<LayerCost, Amount> amount) {
    return Amounts.brief(Amounts.sum(layers.stream().map(amount).toList()), Unit.COUNT);
  }
}
