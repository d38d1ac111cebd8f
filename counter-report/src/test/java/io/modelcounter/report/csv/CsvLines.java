package io.modelcounter.report.csv;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values after RFC 4180, and refuses everything else. */
final class CsvLines {
  private final String text;
  private int position;

  private CsvLines(String text) {
    this.text = text;
  }

  static List<List<String>> read(String text) {
    CsvLines lines = new CsvLines(text);
    List<List<String>> records = new ArrayList<>();
    while (lines.position < text.length()) {
      records.add(lines.line());
    }
    return records;
  }

  private List<String> line() {
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (text.charAt(position) == ',') {
      position++;
      fields.add(field());
    }
    if (!text.startsWith("\r\n", position)) {
      throw new IllegalStateException("No line end at " + position + ".");
    }
    position += 2;
    return fields;
  }

  private String field() {
    if (text.charAt(position) == '"') {
      return quoted();
    }
    int start = position;
    while (",\r\n\"".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    position++;
    while (true) {
      char c = text.charAt(position++);
      if (c != '"') {
        field.append(c);
      } else if (text.charAt(position) == '"') {
        field.append('"');
        position++;
      } else {
        return field.toString();
      }
    }
  }
}
