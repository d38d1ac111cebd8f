package io.modelcounter.spi.support;

import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads notes on operators from a Markdown file, so that a plugin can keep them as a table that
 * reads well where it lies.
 *
 * <p>A heading of the second level begins a family. The text between it and its table says what the
 * words in the table mean. The columns of the tables are always these:
 *
 * <pre>
 * ## Convolution
 *
 * Positions are those of the output.
 *
 * | operator | work by kind | formula | assumption | source |
 * |---|---|---|---|---|
 * | Conv, com.acme:Conv (with bias) | MULTIPLY_ADD ... | N * positions | | ONNX |
 * </pre>
 *
 * <p>A text in parentheses behind the operators is the case or part of their work that the row is
 * about. A vertical bar inside a cell is written as {@code \|}.
 */
public final class OperatorNotes {
  private static final String HEADER =
      "| operator | work by kind | formula | assumption | source |";
  private static final int COLUMNS = 5;
  private static final Pattern OPERATORS =
      Pattern.compile("(?<names>[^()]+?)(?: \\((?<part>[^()]+)\\))?");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private final String domain;
  private final List<OperatorNote> notes = new ArrayList<>();
  private String family = "";
  private String legend = "";

  private OperatorNotes(String domain) {
    this.domain = domain;
  }

  /**
   * Reads all notes of a file and closes it.
   *
   * @param domain domain of the operators that are written without one
   * @param markdown the file in UTF-8, as {@link Class#getResourceAsStream} gives it
   * @return the notes in the order of the file
   * @throws IllegalArgumentException if there is no file, or a line of a table is not of the form
   *     above; the message names the line
   */
  public static List<OperatorNote> read(String domain, @Nullable InputStream markdown) {
    if (markdown == null) {
      throw new IllegalArgumentException("the file with the notes on operators is missing");
    }
    OperatorNotes file = new OperatorNotes(domain);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(markdown, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        file.add(number, line.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(file.notes);
  }

  private void add(int number, String line) {
    if (line.startsWith("## ")) {
      family = line.substring("## ".length()).strip();
      legend = "";
    } else if (line.startsWith("|")) {
      if (!line.equals(HEADER) && !line.startsWith("|--")) {
        notes.add(note(number, line));
      }
    } else if (!line.startsWith("#") && !line.isEmpty() && !family.isEmpty()) {
      legend = legend.isEmpty() ? line : legend + " " + line;
    }
  }

  private OperatorNote note(int number, String line) {
    String[] cells = BAR.split(line, -1);
    // The line begins and ends with a bar, so there is an empty text before and behind the cells.
    if (cells.length != COLUMNS + 2 || !cells[COLUMNS + 1].isEmpty()) {
      throw malformed(number, "expected " + COLUMNS + " cells between bars");
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip().replace("\\|", "|");
    }
    Matcher operators = OPERATORS.matcher(cells[1]);
    if (!operators.matches()) {
      throw malformed(number, "expected operators and at most one text in parentheses");
    }
    if (cells[2].isEmpty()) {
      throw malformed(number, "the work is missing");
    }
    String part = operators.group("part");
    return OperatorNote.of(ranges(operators.group("names")), cells[2])
        .inFamily(family, legend)
        .onlyFor(part == null ? "" : part)
        .withFormula(cells[3])
        .assuming(cells[4])
        .from(cells[5]);
  }

  private List<OperatorRange> ranges(String names) {
    return Arrays.stream(names.split(",", -1)).map(String::strip).map(this::range).toList();
  }

  private OperatorRange range(String name) {
    int colon = name.lastIndexOf(':');
    return colon < 0
        ? OperatorRange.of(domain, name)
        : OperatorRange.of(name.substring(0, colon), name.substring(colon + 1));
  }

  private static IllegalArgumentException malformed(int number, String what) {
    return new IllegalArgumentException("notes on operators, line " + number + ": " + what);
  }
}
