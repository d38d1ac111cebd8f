package io.modelcounter.cli.plugin;

import io.modelcounter.core.PluginCheck;

/** What became of a plugin, in one word. */
enum PluginStatus {
  /** It takes part. */
  OK("ok"),
  /** It is left out, because that was asked for. */
  DISABLED("disabled"),
  /** It cannot be used. */
  BROKEN("broken");

  private final String text;

  PluginStatus(String text) {
    this.text = text;
  }

  static PluginStatus of(PluginCheck check) {
    if (!check.problems().isEmpty()) {
      return BROKEN;
    }
    return check.isDisabled() ? DISABLED : OK;
  }

  String text() {
    return text;
  }
}
