package io.modelcounter.cli.plugin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.output.JsonDocument;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.spi.OperatorRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes plugins as JSON, in ASCII, so that no name can act on a terminal. */
final class PluginJson {
  private final JsonGenerator out;

  private PluginJson(JsonGenerator out) {
    this.out = out;
  }

  /** Writes what a plugin offers. */
  private interface Offer {
    void write(PluginJson json, PluginInfo info) throws IOException;
  }

  /** Writes the parts of a document. */
  private interface Writing {
    void write(PluginJson json) throws IOException;
  }

  /** All plugins, each with the number of its operators. */
  static String list(List<PluginCheck> checks) throws IOException {
    return plugins(checks, PluginJson::numbers);
  }

  /** Plugins with their operators. */
  static String details(List<PluginCheck> checks) throws IOException {
    return plugins(checks, PluginJson::operators);
  }

  private static String plugins(List<PluginCheck> checks, Offer offer) throws IOException {
    return document(
        json -> {
          json.out.writeArrayFieldStart("plugins");
          for (PluginCheck check : checks) {
            json.plugin(check, offer);
          }
          json.out.writeEndArray();
        });
  }

  /** What a verification found. */
  static String verification(String file, List<Finding> findings) throws IOException {
    return document(
        json -> {
          json.out.writeStringField("file", file);
          json.out.writeBooleanField("passed", findings.stream().noneMatch(Finding::isFailure));
          json.out.writeArrayFieldStart("findings");
          for (Finding finding : findings) {
            json.out.writeStartObject();
            json.out.writeStringField("verdict", finding.verdict().text());
            json.out.writeStringField("rule", finding.rule());
            json.out.writeStringField("details", finding.details());
            json.out.writeEndObject();
          }
          json.out.writeEndArray();
        });
  }

  private static String document(Writing content) throws IOException {
    return JsonDocument.of(generator -> content.write(new PluginJson(generator)));
  }

  private void plugin(PluginCheck check, Offer offer) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", check.id().isEmpty() ? null : check.id());
    out.writeStringField("status", PluginStatus.of(check).text());
    out.writeStringField("place", check.place());
    if (check.plugin().isPresent()) {
      describe(check.plugin().get());
      offer.write(this, check.plugin().get());
    }
    out.writeArrayFieldStart("problems");
    for (PluginException problem : check.problems()) {
      message(problem.code(), problem.reason(), problem.hint().orElse(""));
    }
    out.writeEndArray();
    out.writeArrayFieldStart("warnings");
    for (Diagnostic warning : check.warnings()) {
      message(warning.code(), warning.message(), warning.hint().orElse(""));
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void describe(PluginInfo info) throws IOException {
    out.writeStringField("version", info.origin().version());
    out.writeStringField("origin", info.origin().kind().text());
    out.writeStringField("sha256", info.origin().sha256().orElse(null));
    out.writeObjectFieldStart("descriptor");
    for (Map.Entry<String, String> detail : info.details().entrySet()) {
      out.writeStringField(detail.getKey(), detail.getValue());
    }
    out.writeEndObject();
  }

  private void numbers(PluginInfo info) throws IOException {
    out.writeNumberField("operators", PluginText.operators(info.counted()).size());
    out.writeNumberField("conventions", info.conventions().size());
  }

  private void operators(PluginInfo info) throws IOException {
    operators("counts", info.counted());
    operators("infers", info.inferred());
    out.writeArrayFieldStart("conventions");
    for (String convention : info.conventions()) {
      out.writeString(convention);
    }
    out.writeEndArray();
  }

  private void operators(String field, List<OperatorRange> ranges) throws IOException {
    out.writeArrayFieldStart(field);
    for (OperatorRange range : ranges) {
      out.writeStartObject();
      out.writeStringField("domain", range.domain());
      out.writeStringField("op", range.name());
      out.writeNumberField("firstVersion", range.firstVersion());
      if (range.lastVersion() != Integer.MAX_VALUE) {
        out.writeNumberField("lastVersion", range.lastVersion());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void message(String code, String text, String hint) throws IOException {
    out.writeStartObject();
    out.writeStringField("code", code);
    out.writeStringField("message", text);
    out.writeStringField("hint", hint);
    out.writeEndObject();
  }
}
