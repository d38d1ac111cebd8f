package io.modelcounter.cli.operators;

import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.OperatorNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a list of operators as Markdown: a section for each plugin, in it one for each family, in
 * it a row for each operator and case.
 */
public final class OperatorsMarkdown {
  private static final String NO_FAMILY = "Other operators";

  /** A line of a table: an operator and one of its notes. */
  private record Row(OperatorEntry entry, OperatorNote note) {}

  private final StringBuilder text = new StringBuilder();

  private OperatorsMarkdown() {}

  /**
   * Writes the operators in the order given, under the families in alphabetical order.
   *
   * @param entries the operators
   * @return Markdown, lines end with a line feed
   */
  public static String write(List<OperatorEntry> entries) {
    Map<String, List<OperatorEntry>> plugins = new LinkedHashMap<>();
    for (OperatorEntry entry : entries) {
      plugins.computeIfAbsent(entry.plugin(), plugin -> new ArrayList<>()).add(entry);
    }
    OperatorsMarkdown document = new OperatorsMarkdown();
    plugins.forEach(document::plugin);
    return document.text.toString();
  }

  private void plugin(String id, List<OperatorEntry> entries) {
    Map<String, List<Row>> families = new TreeMap<>();
    List<OperatorEntry> undescribed = new ArrayList<>();
    for (OperatorEntry entry : entries) {
      for (OperatorNote note : entry.notes()) {
        String family = note.family().isEmpty() ? NO_FAMILY : note.family();
        families.computeIfAbsent(family, name -> new ArrayList<>()).add(new Row(entry, note));
      }
      if (entry.notes().isEmpty()) {
        undescribed.add(entry);
      }
    }
    line("");
    line("## Counted by " + id);
    families.forEach(this::family);
    if (!undescribed.isEmpty()) {
      line("");
      line("### Not described");
      line("");
      row("operator", "versions");
      line("|---|---|");
      undescribed.forEach(entry -> row(name(entry), versions(entry)));
    }
  }

  private void family(String family, List<Row> rows) {
    line("");
    line("### " + family);
    line("");
    String legend = rows.get(0).note().legend();
    if (!legend.isEmpty()) {
      line(legend);
      line("");
    }
    row("operator", "versions", "work by kind", "formula", "assumption", "source");
    line("|---|---|---|---|---|---|");
    for (Row row : rows) {
      OperatorNote note = row.note();
      row(
          name(row.entry()) + (note.part().isEmpty() ? "" : " (" + note.part() + ")"),
          versions(row.entry()),
          note.work(),
          note.formula().isEmpty() ? "" : "`" + note.formula() + "`",
          note.assumption(),
          note.source());
    }
  }

  private static String name(OperatorEntry entry) {
    return entry.domain().equals(OperatorId.ONNX)
        ? entry.name()
        : entry.domain() + ":" + entry.name();
  }

  private static String versions(OperatorEntry entry) {
    return entry.versions().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** A row of a table; a vertical bar or line feed in the text of a plugin would end a cell. */
  private void row(String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell.replace("|", "\\|").replaceAll("\\s+", " ")).append(" |");
    }
    text.append('\n');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
