package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.PerSample;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Totals divided by the number of samples. */
final class PerSampleBlock implements Block {

  @Override
  public void write(Report report, Lines out) {
    report.samples().ifPresent(samples -> write(new PerSample(samples), report.analysis(), out));
  }

  private static void write(PerSample perSample, Analysis analysis, Lines out) {
    out.heading("One of " + perSample);
    List<Headline> totals = new ArrayList<>(PerSample.totals(analysis));
    totals.addAll(Headline.conventions(analysis));
    for (Headline total : totals) {
      Optional<Amount> share = perSample.of(total.amount());
      if (share.isPresent()) {
        TotalsBlock.number(total.withAmount(share.get()), out);
      } else {
        TotalsBlock.fact(total.label(), perSample.quotient(total.amount()), out);
      }
    }
  }
}
