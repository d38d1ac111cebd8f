package io.modelcounter.report.read;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.PluginUse;
import java.util.List;
import java.util.Locale;

/** Reads what a report says beside its amounts. */
final class Notes {
  private Notes() {}

  static List<PluginUse> plugins(Field list) {
    return list.items().stream().map(Notes::plugin).toList();
  }

  private static PluginUse plugin(Field plugin) {
    PluginUse use =
        PluginUse.of(
            origin(plugin.get("origin")),
            plugin.get("id").text(),
            plugin.get("version").text(),
            plugin.get("layers").smallCount());
    return plugin
        .findValue("file")
        .map(file -> use.from(file.text(), plugin.findValue("sha256").map(Field::text)))
        .orElse(use);
  }

  private static PluginUse.Origin origin(Field field) {
    for (PluginUse.Origin origin : PluginUse.Origin.values()) {
      if (origin.text().equals(field.text())) {
        return origin;
      }
    }
    throw field.expected("where a plugin comes from");
  }

  static List<Diagnostic> diagnostics(Field list) {
    return list.items().stream().map(Notes::diagnostic).toList();
  }

  private static Diagnostic diagnostic(Field field) {
    String code = field.get("code").text();
    String place = field.get("place").text();
    String message = field.get("message").text();
    Diagnostic diagnostic =
        word(Diagnostic.Severity.class, field.get("severity")) == Diagnostic.Severity.WARNING
            ? Diagnostic.warning(code, place, message)
            : Diagnostic.info(code, place, message);
    return field.find("hint").map(hint -> diagnostic.withHint(hint.text())).orElse(diagnostic);
  }

  /** A constant by its name in lower-case letters. */
  static <E extends Enum<E>> E word(Class<E> type, Field field) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(field.text())) {
        return constant;
      }
    }
    throw field.expected("one of a few words");
  }
}
