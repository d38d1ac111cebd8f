package io.modelcounter.cli.explain;

import io.modelcounter.report.text.Lines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a code of a message means, as the page on diagnostics in the documentation says it.
 *
 * @param code the code, for example {@code E0201}
 * @param severity error, warning or info
 * @param cause what the message is about
 * @param remedy what to do
 */
public record DiagnosticPage(String code, String severity, String cause, String remedy) {
  private static final String RESOURCE = "diagnostics.md";
  private static final Pattern CODE = Pattern.compile("[EW][0-9]{4}");
  private static final Pattern CELLS = Pattern.compile(" *\\| *");

  /** Tells whether a text has the form of a code. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** All pages by their codes. */
  public static Map<String, DiagnosticPage> all() {
    Map<String, DiagnosticPage> pages = new TreeMap<>();
    try (InputStream in =
            Objects.requireNonNull(DiagnosticPage.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> parse(line).ifPresent(page -> pages.put(page.code, page)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return pages;
  }

  /** Reads a row of the table, which begins and ends with a bar. */
  private static Optional<DiagnosticPage> parse(String line) {
    List<String> cells = CELLS.splitAsStream(line.replace("`", "")).toList();
    return cells.size() == 5 && isCode(cells.get(1))
        ? Optional.of(new DiagnosticPage(cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
        : Optional.empty();
  }

  /** The page for people. */
  public String text(int columns) {
    Lines out = new Lines(columns);
    out.paragraph(code + " (" + severity + ")", 0);
    out.fact("cause", cause);
    out.fact("what to do", remedy);
    return out.toString();
  }
}
