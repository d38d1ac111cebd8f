package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.OtherReading;
import java.io.IOException;

/** How operators between DequantizeLinear and QuantizeLinear are read, and the other totals. */
final class QuantizationJson {
  private QuantizationJson() {}

  /** Writes nothing if the readings do not differ. */
  static void write(Analysis analysis, JsonOut out) throws IOException {
    if (analysis.otherReading().isEmpty()) {
      return;
    }
    Analysis other = analysis.otherReading().get();
    out.startObject("quantization");
    out.text("reading", OtherReading.id(analysis.reading()));
    out.text("otherReading", OtherReading.id(other.reading()));
    TotalsJson.write("otherTotals", other.totals(), out);
    out.startObject("otherConventions");
    out.amounts(Headline.otherConventions(other.totals().amounts()));
    out.endObject();
    out.endObject();
  }
}
