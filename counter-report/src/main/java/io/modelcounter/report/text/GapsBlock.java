package io.modelcounter.report.text;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Gap;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Every layer that is not fully known, by operator; never left out. */
final class GapsBlock implements Block {
  private static final int MOST_NAMES = 3;
  private static final int LONGEST_NAME = 60;

  @Override
  public void write(Report report, Lines out) {
    List<Gap> gaps = Gap.of(report.analysis().layers());
    if (gaps.isEmpty()) {
      return;
    }
    out.heading("Not fully known");
    for (Gap gap : gaps) {
      out.item(subject(gap) + ": " + gap.reason());
      out.paragraph("    layers: " + names(gap.layers()), 6);
      out.paragraph("    " + gap.advice(), 6);
    }
  }

  private static String subject(Gap gap) {
    String layers = gap.operator().text() + " x " + Numbers.grouped(gap.layers().size());
    return gap.status() == LayerStatus.UNKNOWN
        ? layers + ", unknown"
        : layers + ", MACs " + Amounts.brief(gap.macs(), Unit.COUNT);
  }

  private static String names(List<LayerCost> layers) {
    String names =
        layers.stream()
            .limit(MOST_NAMES)
            .map(layer -> Characters.elide(layer.name(), LONGEST_NAME))
            .collect(Collectors.joining(", "));
    return layers.size() > MOST_NAMES ? names + ", ..." : names;
  }
}
