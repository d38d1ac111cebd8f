package io.modelcounter.report.html;

import io.modelcounter.analysis.PluginUse;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.OutsidePlugins;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import java.util.List;

/** Who counted the layers. */
final class PluginsSection implements Section {
  private static final List<Column<PluginUse>> PLUGINS =
      List.of(
          Column.text("plugin", "Plugin", PluginUse::id),
          Column.text("version", "Version", PluginUse::version),
          Column.text("origin", "Origin", plugin -> plugin.origin().text()),
          Column.numeric("layers", "Layers", plugin -> Cell.number(plugin.layers())),
          Column.text("file", "File", plugin -> plugin.file().orElse("")),
          Column.text("sha256", "SHA-256", plugin -> plugin.sha256().orElse("")));

  @Override
  public String id() {
    return "plugins";
  }

  @Override
  public String title() {
    return OutsidePlugins.TITLE;
  }

  @Override
  public boolean appears(Report report) {
    return !report.analysis().plugins().isEmpty();
  }

  @Override
  public void write(Report report, Html html) {
    HtmlTable.of("Plugins that took part", "plugin", PLUGINS)
        .write(report.analysis().plugins(), html);
  }
}
