package io.modelcounter.report.table;

import io.modelcounter.symbolic.Amount;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One value of a table, as data and as people read it.
 *
 * @param data digits, a formula or a text; empty if unknown or not applicable
 * @param isNumber whether the data is a plain decimal number
 * @param brief what a narrow column shows
 * @param full the same with all digits
 */
public record Cell(String data, boolean isNumber, String brief, String full) {
  private static final Cell EMPTY = text("");

  /**
   * Cell without a value.
   *
   * @return the cell
   */
  public static Cell empty() {
    return EMPTY;
  }

  /**
   * Cell with a text.
   *
   * @param text the text
   * @return the cell
   */
  public static Cell text(String text) {
    return new Cell(text, false, text, text);
  }

  /**
   * Cell with a text that data and people write differently.
   *
   * @param data the text in data
   * @param shown the text for people
   * @return the cell
   */
  public static Cell text(String data, String shown) {
    return new Cell(data, false, shown, shown);
  }

  /**
   * Cell with a number of which every digit matters, such as a position.
   *
   * @param number the number
   * @return the cell
   */
  public static Cell number(long number) {
    String digits = Long.toString(number);
    return new Cell(digits, true, digits, digits);
  }

  /**
   * Cell with an amount.
   *
   * @param amount the amount
   * @param unit what it is counted in
   * @return the cell; its data is empty if the amount is not exact
   */
  public static Cell amount(Amount amount, Unit unit) {
    boolean isNumber = amount.isExact() && amount.low().isConstant();
    return new Cell(
        Amounts.data(amount), isNumber, Amounts.brief(amount, unit), Amounts.full(amount));
  }

  /**
   * Cell with the share of a part in a whole.
   *
   * @param part the part
   * @param whole the whole
   * @return the cell; its data is empty unless the share holds for all values of the symbols
   */
  public static Cell share(Amount part, Amount whole) {
    Optional<BigDecimal> constant = Yardstick.constantPercent(part, whole);
    String shown = Yardstick.percent(part, whole).map(Numbers::percent).orElse("");
    return new Cell(
        constant.map(BigDecimal::toPlainString).orElse(""), constant.isPresent(), shown, shown);
  }
}
