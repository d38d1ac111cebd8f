package io.modelcounter.cli.plugin;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Columns;
import io.modelcounter.cli.terminal.SafeText;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.OperatorRange;
import java.util.List;

/** Shows plugins to people. */
final class PluginText {
  private static final String UNKNOWN = "-";
  private static final int WIDTH = 100;
  private static final int LABEL = 13;

  private PluginText() {}

  /** A table of plugins, and below it what is wrong with them. */
  static String list(List<PluginCheck> checks) {
    Columns columns = new Columns("ID", "VERSION", "STATUS", "OPERATORS", "PLACE");
    for (PluginCheck check : checks) {
      columns.add(
          List.of(
              check.id().isEmpty() ? UNKNOWN : check.id(),
              check.plugin().map(info -> info.origin().version()).orElse(UNKNOWN),
              PluginStatus.of(check).text(),
              check
                  .plugin()
                  .map(info -> String.valueOf(operators(info.counted()).size()))
                  .orElse(UNKNOWN),
              check.place()));
    }
    StringBuilder text = new StringBuilder(columns.toString());
    checks.stream()
        .flatMap(check -> check.problems().stream())
        .distinct()
        .forEach(problem -> text.append('\n').append(lines("error", message(problem))));
    checks.stream()
        .flatMap(check -> check.warnings().stream())
        .forEach(warning -> text.append('\n').append(lines("warning", message(warning))));
    return text.toString();
  }

  /** Operators as people write them, each once. */
  static List<String> operators(List<OperatorRange> ranges) {
    return ranges.stream().map(PluginText::name).distinct().toList();
  }

  /** All that is known of plugins. */
  static String details(List<PluginCheck> checks) {
    StringBuilder text = new StringBuilder();
    for (PluginCheck check : checks) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(SafeText.escape(check.id())).append('\n');
      line(text, "status", PluginStatus.of(check).text());
      line(text, "place", check.place());
      check.plugin().ifPresent(info -> describe(text, info));
      check.problems().forEach(problem -> text.append(lines("error", message(problem))));
      check.warnings().forEach(warning -> text.append(lines("warning", message(warning))));
    }
    return text.toString();
  }

  private static void describe(StringBuilder text, PluginInfo info) {
    line(text, "version", info.origin().version());
    info.origin().sha256().ifPresent(hash -> line(text, "sha256", hash));
    info.details()
        .forEach(
            (key, value) -> {
              if (!key.equals("id") && !key.equals("version")) {
                line(text, key, value);
              }
            });
    words(text, "counts", operators(info.counted()));
    words(text, "infers", operators(info.inferred()));
    words(text, "conventions", info.conventions());
  }

  /** An operator as people write it: standard ones without their domain. */
  static String name(OperatorRange range) {
    return range.domain().equals(OperatorId.ONNX)
        ? range.name()
        : range.domain() + ":" + range.name();
  }

  private static void words(StringBuilder text, String label, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder();
    String shownLabel = label;
    for (String word : words) {
      String shown = SafeText.name(word);
      if (line.length() + shown.length() + 1 > WIDTH - LABEL && line.length() > 0) {
        line(text, shownLabel, line.toString());
        line.setLength(0);
        shownLabel = "";
      }
      line.append(line.length() == 0 ? "" : " ").append(shown);
    }
    line(text, shownLabel, line.toString());
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ")
        .append(label)
        .append(" ".repeat(LABEL - label.length()))
        .append(SafeText.escape(value))
        .append('\n');
  }

  private static String lines(String word, Message message) {
    return word + String.join("\n", message.lines()) + "\n";
  }

  private static Message message(PluginException problem) {
    return Message.of(problem.code(), problem.subject(), problem.reason())
        .withHint(problem.hint().orElse(""));
  }

  private static Message message(Diagnostic warning) {
    return Message.of(warning.code(), warning.place(), warning.message())
        .withHint(warning.hint().orElse(""));
  }
}
