package io.modelcounter.cli.explain;

import io.modelcounter.cli.operators.OperatorEntry;
import io.modelcounter.report.text.Lines;
import io.modelcounter.spi.OperatorNote;
import java.util.List;
import java.util.stream.Collectors;

/** How an operator is counted, for people. */
public final class OperatorPage {
  private OperatorPage() {}

  /** The entries of one operator name, one a domain and plugin. */
  public static String of(List<OperatorEntry> entries, int columns) {
    Lines out = new Lines(columns);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        out.paragraph(" ", 0);
      }
      write(entries.get(i), out);
    }
    return out.toString();
  }

  private static void write(OperatorEntry entry, Lines out) {
    out.paragraph(entry.domain() + ":" + entry.name(), 0);
    out.fact(
        "versions",
        entry.versions().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    out.fact("counted by", entry.plugin());
    if (entry.notes().isEmpty()) {
      out.fact("counted", "the plugin does not say how");
    }
    for (OperatorNote note : entry.notes()) {
      fact("case", note.part(), out);
      out.fact("work", note.work());
      fact("formula", note.formula(), out);
      fact("terms", note.legend(), out);
      fact("assumed", note.assumption(), out);
      fact("source", note.source(), out);
    }
  }

  private static void fact(String label, String text, Lines out) {
    if (!text.isEmpty()) {
      out.fact(label, text);
    }
  }
}
