package io.modelcounter.report.json;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.summary.Reasons;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers in order. */
final class LayerJson {
  private LayerJson() {}

  static void write(List<LayerCost> layers, JsonOut out) throws IOException {
    out.startArray("layers");
    for (LayerCost layer : layers) {
      out.startObject();
      write(layer, out);
      out.endObject();
    }
    out.endArray();
  }

  /** Writes the fields of a layer into an object that is open. */
  static void write(LayerCost layer, JsonOut out) throws IOException {
    Map<String, Amount> amounts = amounts(layer);
    Map<String, Amount> work = WorkJson.amounts(layer);
    out.number("index", layer.index());
    out.text("name", layer.name());
    out.text("scope", String.join(".", layer.scope()));
    out.text("op", layer.operator().name());
    out.text("domain", layer.operator().domain());
    out.number("opset", layer.operator().version());
    out.text("graph", layer.graph());
    out.text("status", layer.status().text());
    if (layer.isIgnored()) {
      out.yes("ignored");
    }
    out.amounts(amounts);
    WorkJson.write(layer.cost(), work, out);
    FormulaJson.write(layer.cost().formula(), out);
    out.textOrNull("countedBy", layer.countedBy());
    ValueJson.write("inputs", layer.inputs(), out);
    ValueJson.write("outputs", layer.outputs(), out);
    out.amount("multiplicity", layer.multiplicity());
    ExecutionJson.write(layer, work, out);
    notes(layer, out);
    amounts.put("multiplicity", layer.multiplicity());
    Map<String, Amount> conventions = TotalsJson.conventions(layer.amounts(), out);
    Bounds.of(amounts).and("work", work).and("conventions", conventions).write(out);
  }

  private static Map<String, Amount> amounts(LayerCost layer) {
    Map<String, Amount> amounts = new LinkedHashMap<>();
    amounts.put("macs", layer.amount("macs"));
    amounts.put("flops", layer.amount("flops"));
    amounts.put("parameters", layer.parameters());
    amounts.put("weightBytes", layer.weightBytes());
    amounts.put("readBytes", layer.traffic().readBytes());
    amounts.put("writeBytes", layer.traffic().writeBytes());
    return amounts;
  }

  private static void notes(LayerCost layer, JsonOut out) throws IOException {
    String reason = Reasons.text(layer);
    if (!reason.isEmpty()) {
      out.text("reason", reason);
    }
    if (!layer.cost().assumptions().isEmpty()) {
      out.texts("assumptions", layer.cost().assumptions());
    }
  }
}
