package io.modelcounter.cli.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the corpus's tables: comma-separated, quoted where a cell holds a comma. */
final class Csv {
  private Csv() {}

  /** Rows by column name. */
  static List<Map<String, String>> read(Path file) throws IOException {
    return rows(Files.readAllLines(file));
  }

  /** Rows by column name of a table beside the tests. */
  static List<Map<String, String>> resource(String name) {
    try (InputStream table = Csv.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalArgumentException("there is no " + name);
      }
      return rows(new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Rows by column name of a table whose lines are given. */
  static List<Map<String, String>> rows(List<String> lines) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> head = List.of();
    for (String line : lines) {
      List<String> cells = cells(line);
      if (head.isEmpty()) {
        head = cells;
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < head.size(); i++) {
        row.put(head.get(i), i < cells.size() ? cells.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
