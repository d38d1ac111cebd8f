package io.modelcounter.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the whole report as one JSON document. */
public final class JsonReport implements ReportRenderer {
  /** Version of the document: breaking change, change of meaning, addition. */
  static final String SCHEMA_VERSION = "1.0.0";

  private static final JsonFactory FACTORY =
      JsonFactory.builder().configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false).build();

  /** Makes the renderer. */
  public JsonReport() {}

  @Override
  public String format() {
    return "json";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      generator.setCharacterEscapes(new VisibleEscapes());
      generator.setPrettyPrinter(printer());
      write(report, new JsonOut(generator));
      generator.writeRaw('\n');
    }
  }

  private static void write(Report report, JsonOut out) throws IOException {
    Analysis analysis = report.analysis();
    out.startObject();
    out.text("schemaVersion", SCHEMA_VERSION);
    ModelJson.write(report, out);
    TotalsJson.write(analysis, out);
    NotesJson.write(analysis, out);
    out.key("modules");
    ModuleJson.write(analysis.modules(), out);
    LayerJson.write(analysis.layers(), out);
    MemoryJson.write(analysis, out);
    StoredTensorJson.write(analysis.storedTensors(), out);
    if (out.wroteLongNumbers()) {
      out.text("numbers", "bigint");
    }
    out.endObject();
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }
}
