package io.modelcounter.report.text;

import io.modelcounter.analysis.PluginUse;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.OutsidePlugins;
import java.util.List;

/** The plugins of others that took part. */
final class PluginsBlock implements Block {
  @Override
  public void write(Report report, Lines out) {
    List<PluginUse> plugins = OutsidePlugins.of(report.analysis());
    if (!plugins.isEmpty()) {
      out.heading(OutsidePlugins.TITLE);
      plugins.forEach(plugin -> out.item(OutsidePlugins.sentence(plugin)));
    }
  }
}
