package io.modelcounter.cli.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.output.JsonDocument;
import io.modelcounter.model.Function;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a model file says, for programs. */
final class ModelJson {
  private final ModelFacts facts;
  private final JsonGenerator out;

  private ModelJson(ModelFacts facts, JsonGenerator out) {
    this.facts = facts;
    this.out = out;
  }

  static String of(ModelFacts facts) throws IOException {
    return JsonDocument.of(generator -> new ModelJson(facts, generator).write());
  }

  private void write() throws IOException {
    file();
    operators();
    stored();
    functions();
    texts("metadata", facts.model().metadata());
    diagnostics();
  }

  private void file() throws IOException {
    Model model = facts.model();
    ModelOrigin origin = model.origin();
    out.writeStringField("file", origin.name());
    out.writeStringField("format", origin.format());
    out.writeNumberField("formatVersion", model.formatVersion());
    out.writeNumberField("bytes", origin.bytes());
    out.writeNumberField("externalBytes", origin.externalBytes());
    out.writeStringField("structureSha256", origin.structureSha256());
    out.writeStringField("producer", model.producer());
    out.writeObjectFieldStart("opsets");
    for (Map.Entry<String, Long> opset : model.opsets().entrySet()) {
      out.writeNumberField(opset.getKey(), opset.getValue());
    }
    out.writeEndObject();
    values("inputs", model.graph().inputs());
    values("outputs", model.graph().outputs());
  }

  private void values(String field, List<ValueInfo> values) throws IOException {
    out.writeArrayFieldStart(field);
    for (ValueInfo value : values) {
      out.writeStartObject();
      out.writeStringField("name", value.name());
      out.writeStringField("type", value.type().toString());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void operators() throws IOException {
    out.writeNumberField("graphs", facts.graphs().size());
    out.writeNumberField("nodes", facts.nodes());
    out.writeArrayFieldStart("operators");
    for (Map.Entry<OperatorId, Integer> entry : facts.operators()) {
      out.writeStartObject();
      out.writeStringField("domain", entry.getKey().domain());
      out.writeStringField("op", entry.getKey().name());
      out.writeNumberField("opset", entry.getKey().version());
      out.writeNumberField("nodes", entry.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void stored() throws IOException {
    out.writeArrayFieldStart("storedTensors");
    for (Map.Entry<String, StoredFacts> entry : StoredFacts.byType(facts.stored()).entrySet()) {
      out.writeStartObject();
      out.writeStringField("type", entry.getKey());
      out.writeNumberField("tensors", entry.getValue().tensors());
      out.writeNumberField("elements", entry.getValue().elements());
      out.writeNumberField("bytes", entry.getValue().bytes());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void functions() throws IOException {
    List<Function> functions =
        facts.model().functions().values().stream()
            .sorted(Comparator.comparing(GraphPart::name))
            .toList();
    out.writeArrayFieldStart("functions");
    for (Function function : functions) {
      out.writeStartObject();
      out.writeStringField("domain", function.id().domain());
      out.writeStringField("name", function.id().name());
      out.writeStringField("overload", function.id().overload());
      out.writeNumberField("nodes", function.body().nodes().size());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void texts(String field, Map<String, String> texts) throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      out.writeStringField(text.getKey(), text.getValue());
    }
    out.writeEndObject();
  }

  private void diagnostics() throws IOException {
    out.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : facts.diagnostics()) {
      out.writeStartObject();
      out.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
      out.writeStringField("code", diagnostic.code());
      out.writeStringField("place", diagnostic.place());
      out.writeStringField("message", diagnostic.message());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
