package io.modelcounter.report.read;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.Reading;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.report.json.JsonReport;
import io.modelcounter.report.summary.OtherReading;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON report that {@link JsonReport} writes. */
public final class ReportReader {
  private ReportReader() {}

  /**
   * Reads a report.
   *
   * @param in the document; not closed
   * @param top how many layers a short listing of the new reports should show
   * @return the report, of which other formats are the same as those made with the model
   * @throws ModelException if it is no such report, one of another version, or beyond a limit
   * @throws IOException if reading fails
   */
  public static Report read(InputStream in, int top) throws IOException {
    Field document = Documents.read(in);
    Versions.check(document);
    try {
      return report(document, top);
    } catch (IllegalArgumentException | ArithmeticException contradiction) {
      throw new ModelException(
          Field.NOT_A_REPORT,
          "",
          "the report contradicts itself: " + contradiction.getMessage(),
          null,
          contradiction);
    }
  }

  private static Report report(Field document, int top) {
    Sizes sizes = Sizes.of(document);
    return new Report(
        analysis(document, sizes),
        document.get("tool").get("version").text(),
        document.get("command").texts(),
        top,
        document.find("perSample").map(perSample -> samples(perSample.get("samples"), sizes)));
  }

  private static Size samples(Field field, Sizes sizes) {
    Size samples = sizes.size(field);
    if (!samples.isAtLeast(Size.ONE)) {
      throw field.expected("a number of samples, at least 1");
    }
    return samples;
  }

  private static Analysis analysis(Field document, Sizes sizes) {
    Sums sums = new Sums(sizes);
    Types types = new Types(sizes);
    Field model = document.get("model");
    List<LayerCost> layers = new Layers(sizes).read(document.get("layers"));
    ModelOrigin origin = origin(document.get("input"));
    Map<String, String> definitions = definitions(document.get("conventionDefinitions"));
    Analysis.Builder builder =
        Analysis.of(origin)
            .model(model.get("producer").text(), model.get("formatVersion").count(), opsets(model))
            .values(types.values(model.get("inputs")), types.values(model.get("outputs")))
            .conventions(definitions)
            .layers(layers)
            .modules(sums.module(document.get("modules")))
            .totals(sums.totals(document.get("totals"), document.get("conventions")))
            .memory(sums.memory(document.get("memory"), layers))
            .storedTensors(sums.storedTensors(document.get("storedTensors")))
            .plugins(Notes.plugins(document.get("plugins")))
            .notes(
                document.get("assumptions").texts(),
                Notes.diagnostics(document.get("diagnostics")));
    document
        .find("quantization")
        .ifPresent(
            readings ->
                builder.readings(
                    reading(readings.get("reading")),
                    otherReading(readings, sums, Analysis.of(origin).conventions(definitions))));
    return builder.build();
  }

  private static ModelOrigin origin(Field input) {
    return new ModelOrigin(
        input.get("file").text(),
        input.get("format").text(),
        input.get("bytes").count(),
        input.get("externalBytes").count(),
        input.get("structureSha256").textOrNull());
  }

  private static Map<String, Long> opsets(Field model) {
    Map<String, Long> opsets = new TreeMap<>();
    model.get("opsets").fields().forEach((domain, version) -> opsets.put(domain, version.count()));
    return opsets;
  }

  private static Map<String, String> definitions(Field field) {
    Map<String, String> definitions = new TreeMap<>();
    field.fields().forEach((id, definition) -> definitions.put(id, definition.text()));
    return definitions;
  }

  private static Reading reading(Field field) {
    for (Reading reading : Reading.values()) {
      if (OtherReading.id(reading).equals(field.text())) {
        return reading;
      }
    }
    throw field.expected("the name of a reading");
  }

  /** The analysis of the other reading, of which a report has the totals only. */
  private static Analysis otherReading(Field readings, Sums sums, Analysis.Builder builder) {
    return builder
        .modules(new ModuleCost("", "", 0, Map.of(), Amount.zero(), List.of()))
        .totals(sums.totals(readings.get("otherTotals"), readings.get("otherConventions")))
        .memory(MemoryProfile.of(List.of(), List.of()))
        .readings(reading(readings.get("otherReading")), null)
        .build();
  }
}
