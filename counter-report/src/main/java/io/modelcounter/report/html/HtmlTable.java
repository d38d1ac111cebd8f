package io.modelcounter.report.html;

import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Column;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A table with a caption. One column names the rows; one may have bars, the longest of which fills
 * the column.
 *
 * @param <R> what a row is about
 */
final class HtmlTable<R> {
  private static final int LONGEST_TEXT = 200;

  /** Amounts longer than this are formulas, which may be broken. */
  private static final int LONGEST_NUMBER = 24;

  private static final int FULL_BAR = 1000;

  private final String caption;
  private final String rowHeader;
  private final List<Column<R>> columns;
  private final String barColumn;
  private final Function<R, BigInteger> barLength;
  private final ToIntFunction<R> depth;
  private final Function<R, List<String>> attributes;

  private HtmlTable(
      String caption,
      String rowHeader,
      List<Column<R>> columns,
      String barColumn,
      Function<R, BigInteger> barLength,
      ToIntFunction<R> depth,
      Function<R, List<String>> attributes) {
    this.caption = caption;
    this.rowHeader = rowHeader;
    this.columns = columns;
    this.barColumn = barColumn;
    this.barLength = barLength;
    this.depth = depth;
    this.attributes = attributes;
  }

  static <R> HtmlTable<R> of(String caption, String rowHeader, List<Column<R>> columns) {
    return new HtmlTable<>(
        caption, rowHeader, columns, "", row -> BigInteger.ZERO, row -> 1, row -> List.of());
  }

  HtmlTable<R> withBars(String column, Function<R, BigInteger> length) {
    return new HtmlTable<>(caption, rowHeader, columns, column, length, depth, attributes);
  }

  /** Indents the names of rows by their depth, which is 1 for those that are not. */
  HtmlTable<R> indented(ToIntFunction<R> rowDepth) {
    return new HtmlTable<>(caption, rowHeader, columns, barColumn, barLength, rowDepth, attributes);
  }

  /** Gives rows attributes for the scripts: names and values in turn. */
  HtmlTable<R> marked(Function<R, List<String>> rowAttributes) {
    return new HtmlTable<>(caption, rowHeader, columns, barColumn, barLength, depth, rowAttributes);
  }

  void write(List<R> rows, Html html) {
    html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table")
        .open("caption")
        .name(caption)
        .close("caption")
        .line()
        .open("thead")
        .open("tr");
    for (Column<R> column : columns) {
      html.element("th", column.heading(), "scope", "col", "class", styleClass(column));
    }
    html.close("tr").close("thead").line().open("tbody").line();
    BigInteger longest = rows.stream().map(barLength).reduce(BigInteger.ONE, BigInteger::max);
    for (R row : rows) {
      html.open("tr", attributes.apply(row).toArray(String[]::new));
      for (Column<R> column : columns) {
        cell(column, row, longest, html);
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
  }

  private void cell(Column<R> column, R row, BigInteger longest, Html html) {
    Cell cell = column.cell().apply(row);
    String tag = column.id().equals(rowHeader) ? "th" : "td";
    String brief = Characters.elide(cell.brief(), LONGEST_TEXT);
    boolean isLong = column.isNumeric() && brief.length() > LONGEST_NUMBER;
    String styleClass = isLong ? "formula" : styleClass(column);
    if (tag.equals("th")) {
      int level = depth.applyAsInt(row);
      String indent = level > 1 ? " depth-" + level : "";
      html.open(tag, "scope", "row", "class", styleClass + indent);
    } else if (brief.equals(cell.full())) {
      html.open(tag, "class", styleClass);
    } else {
      html.open(tag, "class", styleClass, "title", cell.full());
    }
    if (column.id().equals(barColumn)) {
      bar(barLength.apply(row), longest, html);
      html.open("span", "class", "beside");
      text(column, brief, html);
      html.close("span");
    } else {
      text(column, brief, html);
    }
    html.close(tag);
  }

  private void text(Column<R> column, String brief, Html html) {
    if (column.isNumeric()) {
      html.text(Html.joinPrefixes(brief));
    } else {
      html.name(brief);
    }
  }

  private static void bar(BigInteger length, BigInteger longest, Html html) {
    BigInteger width =
        length.max(BigInteger.ZERO).multiply(BigInteger.valueOf(FULL_BAR)).divide(longest);
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 " + FULL_BAR + " 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    html.open("rect", "width", width.toString(), "height", "10").close("rect").close("svg");
  }

  private static String styleClass(Column<?> column) {
    return column.isNumeric() ? "number" : "text";
  }
}
