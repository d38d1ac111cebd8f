package io.modelcounter.cli.operators;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.cli.output.JsonDocument;
import io.modelcounter.model.OperatorId;
import io.modelcounter.report.csv.CsvTable;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.text.Lines;
import io.modelcounter.report.text.TextTable;
import io.modelcounter.spi.OperatorNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes lists of operators for people and for programs. */
public final class OperatorFormats {
  /** What is left for the work in the widest text. */
  private static final int LONGEST_WORK = 44;

  private static final int SHORTEST_WORK = 16;

  private OperatorFormats() {}

  /** A table with the beginning of how each is counted. */
  public static String text(List<OperatorEntry> entries, int columns) {
    Lines out = new Lines(columns);
    int work = Math.max(SHORTEST_WORK, LONGEST_WORK - (Lines.WIDTH - out.width()));
    new TextTable<>(
            List.of(
                Column.text("op", "Operator", OperatorFormats::name),
                Column.text("versions", "Versions", OperatorFormats::versions),
                Column.text("counted_by", "Counted by", OperatorEntry::plugin),
                Column.text("work", "Work", entry -> briefWork(entry, work))),
            entries)
        .write(out);
    out.heading(
        Numbers.grouped(entries.size())
            + (entries.size() == 1 ? " operator" : " operators")
            + "; 'modelcounter explain OPERATOR' says more of one");
    return out.toString();
  }

  /** A row for each operator and case. */
  public static String csv(List<OperatorEntry> entries) throws IOException {
    List<Row> rows = entries.stream().flatMap(entry -> Row.of(entry).stream()).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CsvTable.write(
        List.of(
            Column.text("domain", "Domain", row -> row.entry().domain()),
            Column.text("op", "Operator", row -> row.entry().name()),
            Column.text("versions", "Versions", row -> versions(row.entry())),
            Column.text("counted_by", "Counted by", row -> row.entry().plugin()),
            Column.text("counting", "Counting", row -> counting(row.entry())),
            Column.text("part", "Case", row -> row.note(OperatorNote::part)),
            Column.text("work", "Work", row -> row.note(OperatorNote::work)),
            Column.text("formula", "Formula", row -> row.note(OperatorNote::formula)),
            Column.text("assumption", "Assumption", row -> row.note(OperatorNote::assumption)),
            Column.text("source", "Source", row -> row.note(OperatorNote::source))),
        rows,
        bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** An operator and one of its notes, if it has any. */
  private record Row(OperatorEntry entry, List<OperatorNote> notes) {
    static List<Row> of(OperatorEntry entry) {
      return entry.notes().isEmpty()
          ? List.of(new Row(entry, List.of()))
          : entry.notes().stream().map(note -> new Row(entry, List.of(note))).toList();
    }

    String note(Function<OperatorNote, String> part) {
      return notes.stream().map(part).collect(Collectors.joining());
    }
  }

  /** An object for each operator, with its notes. */
  public static String json(List<OperatorEntry> entries) throws IOException {
    return JsonDocument.of(
        out -> {
          out.writeArrayFieldStart("operators");
          for (OperatorEntry entry : entries) {
            out.writeStartObject();
            write(entry, out);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private static void write(OperatorEntry entry, JsonGenerator out) throws IOException {
    out.writeStringField("domain", entry.domain());
    out.writeStringField("op", entry.name());
    out.writeArrayFieldStart("versions");
    for (int version : entry.versions()) {
      out.writeNumber(version);
    }
    out.writeEndArray();
    out.writeStringField("countedBy", entry.plugin());
    out.writeStringField("counting", counting(entry));
    out.writeArrayFieldStart("notes");
    for (OperatorNote note : entry.notes()) {
      out.writeStartObject();
      out.writeStringField("part", note.part());
      out.writeStringField("work", note.work());
      out.writeStringField("formula", note.formula());
      out.writeStringField("assumption", note.assumption());
      out.writeStringField("source", note.source());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static String name(OperatorEntry entry) {
    return entry.domain().equals(OperatorId.ONNX)
        ? entry.name()
        : entry.domain() + ":" + entry.name();
  }

  private static String versions(OperatorEntry entry) {
    return entry.versions().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String counting(OperatorEntry entry) {
    return entry.counting().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String briefWork(OperatorEntry entry, int longest) {
    String work = entry.notes().isEmpty() ? counting(entry) : entry.notes().get(0).work();
    return work.length() <= longest ? work : work.substring(0, longest - 3) + "...";
  }
}
