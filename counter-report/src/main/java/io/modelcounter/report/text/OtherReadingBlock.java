package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.OtherReading;

/** The totals that differ in the other reading of quantized operators. */
final class OtherReadingBlock implements Block {

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    analysis.otherReading().ifPresent(other -> write(analysis, other, out));
  }

  private static void write(Analysis analysis, Analysis other, Lines out) {
    out.heading("With " + OtherReading.text(other.reading()));
    OtherReading.differing(analysis, other).forEach(number -> TotalsBlock.number(number, out));
    TotalsBlock.fact(
        "",
        "The other totals are the same; --quantized "
            + OtherReading.id(other.reading())
            + " shows the layers.",
        out);
  }
}
