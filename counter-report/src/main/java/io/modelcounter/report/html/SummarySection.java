package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far the numbers can be trusted, and which model they are of. */
final class SummarySection implements Section {
  private static final int MOST_VALUES = 32;

  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title() {
    return "Summary";
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    verdict(analysis.coverage(), html);
    html.open("dl", "class", "facts").line();
    facts(analysis, html);
    values("Input", analysis.inputs(), html);
    values("Output", analysis.outputs(), html);
    fact("Conventions", Headline.CONVENTION + " The two are never mixed.", html);
    html.close("dl").line();
  }

  private static void verdict(Coverage coverage, Html html) {
    boolean complete = coverage.isComplete();
    String word = complete ? "Complete" : coverage.unknown() == 0 ? "Ranges" : "At least";
    html.open("p", "class", complete ? "verdict complete" : "verdict incomplete");
    html.element("strong", word).text(" " + CoverageText.verdict(coverage) + " ");
    html.text(CoverageText.layers(coverage) + ".");
    if (!complete) {
      html.text(" ").element("a", "What is missing", "href", "#unknown").text(".");
    }
    html.close("p").line();
  }

  private static void facts(Analysis analysis, Html html) {
    ModelOrigin origin = analysis.origin();
    fact("File", origin.name() + ", " + Numbers.grouped(origin.bytes()) + " bytes", html);
    if (origin.externalBytes() > 0) {
      fact("External data", Numbers.grouped(origin.externalBytes()) + " bytes", html);
    }
    fact("Format", origin.format() + " version " + analysis.formatVersion(), html);
    fact("Operator sets", opsets(analysis), html);
    fact("Producer", analysis.producer().isEmpty() ? "not recorded" : analysis.producer(), html);
    if (!origin.structureSha256().isEmpty()) {
      fact("SHA-256 of the structure", origin.structureSha256(), html);
    }
    if (!analysis.symbols().isEmpty()) {
      fact("Symbols", symbols(analysis) + " (--set NAME=SIZE gives one a value)", html);
    }
  }

  private static String opsets(Analysis analysis) {
    return new TreeMap<>(analysis.opsets())
        .entrySet().stream()
            .map(opset -> opset.getKey() + " " + opset.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String symbols(Analysis analysis) {
    return analysis.symbols().stream().map(Symbol::toString).collect(Collectors.joining(", "));
  }

  private static void values(String label, List<ValueInfo> values, Html html) {
    for (ValueInfo value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
      fact(label, value.name() + ": " + value.type(), html);
    }
    if (values.size() > MOST_VALUES) {
      String more = Numbers.grouped(values.size() - MOST_VALUES) + " more in the JSON report";
      fact(label, more, html);
    }
  }

  private static void fact(String label, String value, Html html) {
    html.open("div").element("dt", label).open("dd").name(value).close("dd").close("div").line();
  }
}
