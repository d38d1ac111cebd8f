package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.PluginUse;
import java.io.IOException;

/** The plugins that took part. */
final class PluginsJson {
  private PluginsJson() {}

  static void write(Analysis analysis, JsonOut out) throws IOException {
    out.startArray("plugins");
    for (PluginUse plugin : analysis.plugins()) {
      out.startObject();
      out.text("id", plugin.id());
      out.text("version", plugin.version());
      out.text("origin", plugin.origin().text());
      out.textOrNull("file", plugin.file().orElse(""));
      out.textOrNull("sha256", plugin.sha256().orElse(""));
      out.number("layers", plugin.layers());
      out.endObject();
    }
    out.endArray();
  }
}
