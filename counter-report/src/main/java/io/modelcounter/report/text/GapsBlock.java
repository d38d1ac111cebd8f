package io.modelcounter.report.text;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Gap;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import io.modelcounter.symbolic.Amount;
import java.util.List;

/** Every layer that is not fully known, by reason; never left out. */
final class GapsBlock implements Block {
  @Override
  public void write(Report report, Lines out) {
    List<Gap> gaps = Gap.of(report.analysis());
    if (gaps.isEmpty()) {
      return;
    }
    out.heading("Not fully known");
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      out.item(subject(gap) + ": " + gap.reason());
      out.paragraph("    operators: " + gap.operators(), 6);
      out.paragraph("    layers: " + LayerNames.first(gap.layers()), 6);
      boolean isRepeated = i + 1 < gaps.size() && gaps.get(i + 1).advice().equals(gap.advice());
      if (!isRepeated) {
        out.paragraph("  > " + gap.advice(), 4);
      }
    }
  }

  private static String subject(Gap gap) {
    int count = gap.layers().size();
    String layers = Numbers.grouped(count) + (count == 1 ? " layer " : " layers ");
    return layers
        + gap.status().text()
        + amount("MACs", gap.amount("macs"))
        + amount("FLOPs", gap.amount("flops"));
  }

  /** Tells an amount of which something is known. */
  private static String amount(String name, Amount amount) {
    return Amounts.isKnown(amount) ? ", " + name + " " + Amounts.brief(amount, Unit.COUNT) : "";
  }
}
