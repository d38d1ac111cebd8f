package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.PerSample;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes the whole report as one JSON document. */
public final class JsonReport implements ReportRenderer {
  /** Version of the document: breaking change, change of meaning, addition. */
  public static final String SCHEMA_VERSION = "1.0.1";

  /** Makes the renderer. */
  public JsonReport() {}

  /**
   * The JSON schema of the document.
   *
   * @return a schema of draft 2020-12
   */
  public static String schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    try (JsonGenerator generator = JsonStyle.indented(out)) {
      write(report, JsonOut.document(generator));
      generator.writeRaw('\n');
    }
  }

  private static void write(Report report, JsonOut out) throws IOException {
    Analysis analysis = report.analysis();
    out.startObject();
    out.text("schemaVersion", SCHEMA_VERSION);
    ModelJson.write(report, out);
    TotalsJson.write(analysis, out);
    QuantizationJson.write(analysis, out);
    if (report.samples().isPresent()) {
      PerSampleJson.write(new PerSample(report.samples().get()), analysis, out);
    }
    PluginsJson.write(analysis, out);
    NotesJson.write(analysis, out);
    out.key("modules");
    ModuleJson.write(analysis.modules(), out);
    LayerJson.write(analysis.layers(), out);
    MemoryJson.write(analysis, out);
    StoredTensorJson.write(analysis.storedTensors(), out);
    OpenJson.write(out);
    if (out.wroteLongNumbers()) {
      out.text("numbers", "bigint");
    }
    out.endObject();
  }
}
