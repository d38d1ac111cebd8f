package io.modelcounter.cli.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.cli.output.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes nodes as the file has them, for programs. */
final class NodeJson {
  private NodeJson() {}

  static String of(List<NodeView> nodes) throws IOException {
    return JsonDocument.of(
        out -> {
          out.writeArrayFieldStart("nodes");
          for (NodeView node : nodes) {
            out.writeStartObject();
            write(node, out);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private static void write(NodeView view, JsonGenerator out) throws IOException {
    out.writeNumberField("index", view.node().index());
    out.writeStringField("name", view.node().name());
    out.writeStringField("op", view.node().operator().name());
    out.writeStringField("domain", view.node().operator().domain());
    out.writeNumberField("opset", view.node().operator().version());
    out.writeStringField("graph", view.part().place());
    out.writeStringField("scope", String.join(".", view.node().scope()));
    values("inputs", view.node().inputs(), view, out);
    values("outputs", view.node().outputs(), view, out);
    out.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> attribute : view.attributes().entrySet()) {
      out.writeStringField(attribute.getKey(), attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void values(String field, List<String> names, NodeView view, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String name : names) {
      out.writeStartObject();
      out.writeStringField("name", name);
      out.writeStringField("type", view.declared(name).map(Object::toString).orElse(null));
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
