package io.modelcounter.report.csv;

import io.modelcounter.report.table.Characters;

/** Makes a field of any text that no reader, spreadsheet or terminal acts on. */
final class CsvField {
  /** What spreadsheets take for the beginning of a formula, in both widths. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private CsvField() {}

  static String text(String text) {
    String visible = Characters.escape(text, CsvField::stays);
    String guarded = isFormula(visible) ? "'" + visible : visible;
    return needsQuotes(guarded) ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }

  /** Line breaks and tabs may stand in quotes; other controls would reach the terminal. */
  private static boolean stays(int codePoint) {
    return Characters.isVisible(codePoint)
        || codePoint == '\t'
        || codePoint == '\r'
        || codePoint == '\n';
  }

  private static boolean isFormula(String text) {
    return startsFormula(text) || startsFormula(text.stripLeading());
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty()) {
      return false;
    }
    boolean edgeSpace = text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
    return edgeSpace || text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
  }
}
