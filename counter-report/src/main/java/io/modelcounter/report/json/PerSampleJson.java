package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.PerSample;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.Optional;

/** Totals divided by the number of samples. */
final class PerSampleJson {
  private PerSampleJson() {}

  static void write(PerSample perSample, Analysis analysis, JsonOut out) throws IOException {
    out.startObject("perSample");
    out.key("samples");
    out.size(perSample.samples());
    for (Headline total : PerSample.totals(analysis)) {
      write(total, perSample, out);
    }
    out.startObject("conventions");
    for (Headline total : Headline.conventions(analysis)) {
      write(total, perSample, out);
    }
    out.endObject();
    out.endObject();
  }

  /** Writes a quotient that is no size as a text, and null where the total is not exact. */
  private static void write(Headline total, PerSample perSample, JsonOut out) throws IOException {
    Optional<Amount> share = perSample.of(total.amount());
    if (share.isPresent() || !total.amount().isExact()) {
      out.amount(total.metric(), share.orElse(total.amount()));
    } else {
      out.text(total.metric(), perSample.quotient(total.amount().low()));
    }
  }
}
