package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.symbolic.Symbol;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The tool, its input, and the facts of the model. */
final class ModelJson {
  private ModelJson() {}

  static void write(Report report, JsonOut out) throws IOException {
    out.startObject("tool");
    out.text("name", "modelcounter");
    out.text("version", report.toolVersion());
    out.endObject();
    out.texts("command", report.command());
    input(report.analysis().origin(), out);
    model(report.analysis(), out);
  }

  private static void input(ModelOrigin origin, JsonOut out) throws IOException {
    out.startObject("input");
    out.text("file", origin.name());
    out.text("format", origin.format());
    out.number("bytes", origin.bytes());
    out.number("externalBytes", origin.externalBytes());
    out.textOrNull("structureSha256", origin.structureSha256());
    out.endObject();
  }

  private static void model(Analysis analysis, JsonOut out) throws IOException {
    out.startObject("model");
    out.text("producer", analysis.producer());
    out.number("formatVersion", analysis.formatVersion());
    out.startObject("opsets");
    for (Map.Entry<String, Long> opset : new TreeMap<>(analysis.opsets()).entrySet()) {
      out.number(opset.getKey(), opset.getValue());
    }
    out.endObject();
    ValueJson.write("inputs", analysis.inputs(), out);
    ValueJson.write("outputs", analysis.outputs(), out);
    out.texts("symbols", analysis.symbols().stream().map(Symbol::name).toList());
    out.endObject();
  }
}
