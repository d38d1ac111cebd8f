package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The headline numbers with the coverage beside them. */
final class TotalsBlock implements Block {
  private static final int BRIEF_WIDTH = 22;

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    out.heading("Total of one inference");
    List<Headline> headlines = new ArrayList<>(Headline.main(analysis.totals()));
    headlines.addAll(Headline.conventions(analysis));
    headlines.forEach(headline -> number(headline, out));
    fact("Coverage", CoverageText.layers(analysis.coverage()), out);
    fact("", CoverageText.verdict(analysis.coverage()), out);
    fact("Peak reached", CoverageText.peak(analysis.memory()), out);
    for (Headline convention : Headline.conventions(analysis)) {
      fact("Meaning of " + convention.label(), convention.definition(), out);
    }
  }

  /** Adds a number in a few digits and in full. */
  static void number(Headline headline, Lines out) {
    String brief = Amounts.brief(headline.amount(), headline.unit());
    String full = headline.exact();
    String shown = brief.equals(full) || brief.length() > BRIEF_WIDTH ? full : brief;
    String exact = shown.equals(full) ? "" : full;
    fact(headline.label(), String.format(Locale.ROOT, "%-22s %s", shown, exact), out);
  }

  /** Adds something that is no number under the same names. */
  static void fact(String name, String fact, Lines out) {
    out.paragraph(String.format(Locale.ROOT, "  %-22s %s", name, fact), 25);
  }
}
