package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every number and every word means. */
final class DefinitionsSection implements Section {

  @Override
  public String id() {
    return "definitions";
  }

  @Override
  public String title() {
    return "Definitions";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    List<Headline> headlines = new ArrayList<>(Headline.main(analysis.totals()));
    headlines.addAll(Headline.stored(analysis.totals()));
    html.element("p", Headline.CONVENTION).line();
    html.open("dl", "class", "facts").line();
    for (Headline headline : headlines) {
      definition(headline.label(), headline.definition(), html);
    }
    statuses(html);
    definition(
        "SI and IEC prefixes",
        "k, M, G … are powers of 1000 and used for counts; KiB, MiB, GiB … are powers of 1024 and"
            + " used for bytes. Hover over a number to see all its digits.",
        html);
    for (Map.Entry<String, String> entry : new TreeMap<>(analysis.conventions()).entrySet()) {
      definition("Convention " + entry.getKey(), entry.getValue(), html);
    }
    html.close("dl").line();
  }

  private static void statuses(Html html) {
    definition("exact", "Known as a number, or as a formula in the symbols of the file.", html);
    definition("bounded", "Known to lie between two bounds, or above one.", html);
    definition("unknown", "Not known; never taken for 0. Totals then read “at least”.", html);
    definition("free", "Declared to compute nothing, such as a change of shape.", html);
  }

  private static void definition(String word, String meaning, Html html) {
    html.open("div").element("dt", word).open("dd").name(meaning).close("dd").close("div").line();
  }
}
