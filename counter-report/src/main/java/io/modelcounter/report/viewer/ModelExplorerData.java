package io.modelcounter.report.viewer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.json.JsonStyle;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * Writes node data that Model Explorer colours a graph by: the MACs of each node, or its FLOPs if
 * the model has no MACs. Nodes are found by the name of their first output; what is not known is
 * left out. Symbols and ranges are taken as {@link Yardstick} takes them.
 */
public final class ModelExplorerData implements ReportRenderer {
  private static final String CHEAPEST = "#ffffff";
  private static final String DEAREST = "#c2410c";

  /** Makes the renderer. */
  public ModelExplorerData() {}

  @Override
  public String format() {
    return "model-explorer";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Analysis analysis = report.analysis();
    String convention = TopLayers.of(analysis, 1).convention();
    try (JsonGenerator json = JsonStyle.indented(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("results");
      for (Map.Entry<String, LayerCost> node : NamedOnce.outputs(analysis).entrySet()) {
        Amount amount = node.getValue().amount(convention);
        Optional<BigInteger> value = Yardstick.length(amount);
        if (Amounts.isKnown(amount) && value.isPresent()) {
          json.writeObjectFieldStart(node.getKey());
          json.writeFieldName("value");
          json.writeNumber(value.get());
          json.writeEndObject();
        }
      }
      json.writeEndObject();
      json.writeArrayFieldStart("gradient");
      stop(0, CHEAPEST, json);
      stop(1, DEAREST, json);
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void stop(int position, String color, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("stop", position);
    json.writeStringField("bgColor", color);
    json.writeEndObject();
  }
}
