package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the whole model costs, by which conventions, and how much of it is known. */
final class TotalsJson {
  private TotalsJson() {}

  static void write(Analysis analysis, JsonOut out) throws IOException {
    out.startObject("conventionDefinitions");
    for (Map.Entry<String, String> entry : new TreeMap<>(analysis.conventions()).entrySet()) {
      out.text(entry.getKey(), entry.getValue());
    }
    out.endObject();
    Totals totals = analysis.totals();
    write("totals", totals, out);
    out.startObject("conventions");
    out.amounts(Headline.otherConventions(totals.amounts()));
    out.endObject();
    coverage(analysis.coverage(), out);
  }

  /** Writes totals with their bounds; of other conventions the bounds only. */
  static void write(String name, Totals totals, JsonOut out) throws IOException {
    Map<String, Amount> amounts = new LinkedHashMap<>();
    amounts.put("macs", totals.macs());
    amounts.put("flops", totals.flops());
    amounts.put("parameters", totals.parameters());
    amounts.put("weightBytes", totals.weightBytes());
    amounts.put("peakActivationBytes", totals.peakActivationBytes());
    amounts.put("buffers", totals.buffers());
    amounts.put("constants", totals.constants());
    amounts.put("bufferBytes", totals.bufferBytes());
    amounts.put("constantBytes", totals.constantBytes());
    amounts.put("readBytes", totals.readBytes());
    amounts.put("writeBytes", totals.writeBytes());
    out.startObject(name);
    out.amounts(amounts);
    Bounds.of(amounts).and("conventions", Headline.otherConventions(totals.amounts())).write(out);
    out.endObject();
  }

  /** Writes what has no field of its own, nothing if that is all, and returns it. */
  static Map<String, Amount> conventions(Map<String, Amount> amounts, JsonOut out)
      throws IOException {
    Map<String, Amount> others = Headline.otherConventions(amounts);
    if (!others.isEmpty()) {
      out.startObject("conventions");
      out.amounts(others);
      out.endObject();
    }
    return others;
  }

  private static void coverage(Coverage coverage, JsonOut out) throws IOException {
    out.startObject("coverage");
    out.number("exact", coverage.exact());
    out.number("bounded", coverage.bounded());
    out.number("unknown", coverage.unknown());
    out.number("free", coverage.free());
    out.number("total", coverage.total());
    out.number("ignored", coverage.ignored());
    out.endObject();
  }
}
