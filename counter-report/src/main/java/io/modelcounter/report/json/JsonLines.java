package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a line of JSON for the model, then one for each of its layers, so that what many models
 * have can be put together line by line.
 */
public final class JsonLines implements ReportRenderer {
  /** Makes the renderer. */
  public JsonLines() {}

  @Override
  public String format() {
    return "jsonl";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    try (JsonGenerator generator = JsonStyle.lines(out)) {
      JsonOut json = JsonOut.objects(generator);
      Analysis analysis = report.analysis();
      json.startObject();
      json.text("schemaVersion", JsonReport.SCHEMA_VERSION);
      json.text("file", analysis.origin().name());
      TotalsJson.write(analysis, json);
      json.endObject();
      for (LayerCost layer : analysis.layers()) {
        json.startObject();
        json.text("file", analysis.origin().name());
        LayerJson.write(layer, json);
        json.endObject();
      }
      generator.writeRaw('\n');
    }
  }
}
