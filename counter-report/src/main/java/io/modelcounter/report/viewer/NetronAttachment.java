package io.modelcounter.report.viewer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.json.JsonStyle;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.Reasons;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a file that Netron shows beside the nodes when it is opened after the model: the amounts
 * of a node as its metrics, how they come about as its metadata. Netron finds nodes by their names,
 * so nodes that share one are left out, as is what is not known.
 */
public final class NetronAttachment implements ReportRenderer {
  /** Integers of more bits are written as texts, as scripts keep numbers as doubles. */
  private static final int BITS = 53;

  /** Makes the renderer. */
  public NetronAttachment() {}

  @Override
  public String format() {
    return "netron";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Analysis analysis = report.analysis();
    try (JsonGenerator json = JsonStyle.indented(out)) {
      json.writeStartObject();
      json.writeStringField("signature", "netron:attachment");
      json.writeArrayFieldStart("metadata");
      item("model", "", "counted by", "modelcounter " + report.toolVersion(), json);
      for (Map.Entry<String, LayerCost> node : NamedOnce.nodes(analysis).entrySet()) {
        metadata(node.getKey(), node.getValue(), json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("metrics");
      for (Headline total : Headline.main(analysis.totals())) {
        amount("model", "", total.metric(), total.amount(), json);
      }
      for (Map.Entry<String, LayerCost> node : NamedOnce.nodes(analysis).entrySet()) {
        for (Map.Entry<String, Amount> metric : metrics(node.getValue()).entrySet()) {
          amount("node", node.getKey(), metric.getKey(), metric.getValue(), json);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void metadata(String name, LayerCost layer, JsonGenerator json)
      throws IOException {
    item("node", name, "cost", layer.status().text(), json);
    String formula = layer.cost().formula().text();
    if (!formula.isEmpty()) {
      item("node", name, "formula", formula, json);
    }
    String reason = Reasons.text(layer);
    if (!reason.isEmpty()) {
      item("node", name, "reason", reason, json);
    }
  }

  private static Map<String, Amount> metrics(LayerCost layer) {
    Map<String, Amount> metrics = new LinkedHashMap<>();
    metrics.put("macs", layer.amount("macs"));
    metrics.put("flops", layer.amount("flops"));
    metrics.put("parameters", layer.parameters());
    metrics.put("weightBytes", layer.weightBytes());
    metrics.put("readBytes", layer.traffic().readBytes());
    metrics.put("writeBytes", layer.traffic().writeBytes());
    return metrics;
  }

  private static void amount(
      String kind, String target, String name, Amount amount, JsonGenerator json)
      throws IOException {
    if (!amount.isExact()) {
      return;
    }
    Size size = amount.low();
    Optional<BigInteger> number = size.asBigInteger().filter(value -> value.bitLength() <= BITS);
    start(kind, target, name, json);
    if (number.isPresent()) {
      json.writeNumberField("value", number.get().longValueExact());
    } else {
      json.writeStringField("value", size.toString());
    }
    json.writeEndObject();
  }

  private static void item(
      String kind, String target, String name, String value, JsonGenerator json)
      throws IOException {
    start(kind, target, name, json);
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  private static void start(String kind, String target, String name, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("target", target);
    json.writeStringField("name", name);
  }
}
