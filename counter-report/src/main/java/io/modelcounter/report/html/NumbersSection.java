package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Amounts;
import java.util.ArrayList;
import java.util.List;

/** The headline numbers, each with all its digits and with what it means. */
final class NumbersSection implements Section {
  /** Formulas longer than this are set smaller. */
  private static final int LONG = 16;

  /** Exact numbers and formulas longer than this have a card of twice the width. */
  private static final int VERY_LONG = 32;

  @Override
  public String id() {
    return "numbers";
  }

  @Override
  public String title() {
    return "Total of one inference";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    List<Headline> headlines = new ArrayList<>(Headline.main(analysis.totals()));
    headlines.addAll(Headline.conventions(analysis));
    html.open("dl", "class", "cards").line();
    for (Headline headline : headlines) {
      card(headline, html);
    }
    html.close("dl").line();
  }

  private static void card(Headline headline, Html html) {
    String brief = Amounts.brief(headline.amount(), headline.unit());
    String full = headline.exact();
    html.open("div", "class", full.length() > VERY_LONG ? "card wide" : "card")
        .open("dt")
        .name(headline.label())
        .close("dt");
    html.open("dd", "class", brief.length() > LONG ? "brief long" : "brief")
        .name(Html.joinPrefixes(brief))
        .close("dd");
    if (!brief.equals(full)) {
      html.open("dd", "class", "full").name(full).close("dd");
    }
    html.element("dd", headline.definition(), "class", "meaning").close("div").line();
  }
}
