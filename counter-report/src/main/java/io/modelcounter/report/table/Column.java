package io.modelcounter.report.table;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param id name in data; never changes
 * @param heading name for people
 * @param isNumeric whether it is set flush right
 * @param cell what it holds for a row
 * @param <R> what a row is about
 */
public record Column<R>(String id, String heading, boolean isNumeric, Function<R, Cell> cell) {

  /**
   * Column of texts.
   *
   * @param id name in data
   * @param heading name for people
   * @param cell what it holds for a row
   * @param <R> what a row is about
   * @return the column
   */
  public static <R> Column<R> text(String id, String heading, Function<R, String> cell) {
    return new Column<>(id, heading, false, row -> Cell.text(cell.apply(row)));
  }

  /**
   * Column of numbers.
   *
   * @param id name in data
   * @param heading name for people
   * @param cell what it holds for a row
   * @param <R> what a row is about
   * @return the column
   */
  public static <R> Column<R> numeric(String id, String heading, Function<R, Cell> cell) {
    return new Column<>(id, heading, true, cell);
  }
}
