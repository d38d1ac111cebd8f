package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.OtherReading;
import io.modelcounter.report.summary.PerSample;
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
    report.samples().ifPresent(samples -> perSample(new PerSample(samples), analysis, html));
    analysis.otherReading().ifPresent(other -> otherReading(analysis, other, html));
  }

  private static void otherReading(Analysis analysis, Analysis other, Html html) {
    html.element("p", "Above: " + OtherReading.text(analysis.reading()) + ".").line();
    html.element("h3", "With " + OtherReading.text(other.reading())).line();
    html.open("dl", "class", "cards").line();
    for (Headline headline : OtherReading.differing(analysis, other)) {
      card(headline, html);
    }
    html.close("dl").line();
  }

  private static void perSample(PerSample perSample, Analysis analysis, Html html) {
    html.open("h3").name("One of " + perSample).close("h3").line();
    html.open("dl", "class", "cards").line();
    List<Headline> totals = new ArrayList<>(PerSample.totals(analysis));
    totals.addAll(Headline.conventions(analysis));
    for (Headline total : totals) {
      perSample
          .of(total.amount())
          .ifPresentOrElse(
              share -> card(total.withAmount(share), html),
              () -> card(total, perSample.quotient(total.amount()), "", html));
    }
    html.close("dl").line();
  }

  private static void card(Headline headline, Html html) {
    card(headline, Amounts.brief(headline.amount(), headline.unit()), headline.exact(), html);
  }

  private static void card(Headline headline, String brief, String full, Html html) {
    String width = full.length() > VERY_LONG ? "card wide" : "card";
    html.open("div", "class", width, "data-metric", headline.metric())
        .open("dt")
        .name(headline.label())
        .close("dt");
    html.open("dd", "class", brief.length() > LONG ? "brief long" : "brief")
        .name(Html.joinPrefixes(brief))
        .close("dd");
    if (!full.isEmpty() && !brief.equals(full)) {
      html.open("dd", "class", "full").name(full).close("dd");
    }
    html.element("dd", headline.definition(), "class", "meaning").close("div").line();
  }
}
