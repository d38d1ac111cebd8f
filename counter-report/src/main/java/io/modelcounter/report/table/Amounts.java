package io.modelcounter.report.table;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** How amounts are written for people; an amount that is not exact always shows it. */
public final class Amounts {
  private Amounts() {}

  /**
   * Writes an amount in a few digits.
   *
   * @param amount the amount
   * @param unit what it is counted in
   * @return for example {@code 4.09 G}, {@code 4.09 G*batch}, {@code 1.2 M to 3.4 M}, {@code about
   *     5.6 M} if both ends read the same, {@code at least 5.6 M}, {@code unknown}
   */
  public static String brief(Amount amount, Unit unit) {
    Optional<Size> high = amount.high();
    if (amount.isExact() || high.isEmpty()) {
      return write(amount, size -> Formulas.shorten(size, unit));
    }
    String top = Formulas.shorten(high.get(), unit);
    String bottom = Formulas.shorten(amount.low(), unit);
    if (top.equals(bottom)) {
      return "about " + top;
    }
    return (isNumber(top) ? bottom : withPrefix(amount.low(), bottom)) + " to " + top;
  }

  /** Writes a number below 1000 so that it does not seem to share the prefix after it. */
  private static String withPrefix(Size size, String brief) {
    return isNumber(brief) && !size.isZero()
        ? new BigDecimal(brief).movePointLeft(3).toPlainString() + " k"
        : brief;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * Writes an amount with all its digits.
   *
   * @param amount the amount
   * @return for example {@code 4 089 184 256} or {@code at least 4089184256*batch}
   */
  public static String full(Amount amount) {
    return write(amount, Formulas::full);
  }

  /**
   * Writes an amount as data: digits or a formula that can be read back.
   *
   * @param amount the amount
   * @return the text; empty if the amount is not exact
   */
  public static String data(Amount amount) {
    return amount.isExact() ? amount.low().toString() : "";
  }

  /**
   * Tells whether anything at all is known.
   *
   * @param amount the amount
   * @return false for an amount of at least nothing without an upper end
   */
  public static boolean isKnown(Amount amount) {
    return amount.high().isPresent() || !amount.low().isZero();
  }

  /**
   * Adds amounts, however many symbols they have.
   *
   * @param amounts the summands
   * @return the sum; unknown with the reason if it has too many terms to be written down
   */
  public static Amount sum(Collection<Amount> amounts) {
    try {
      return Amount.sum(amounts);
    } catch (TooComplexException e) {
      return Amount.unknown("The sum has too many terms.");
    }
  }

  private static String write(Amount amount, Function<Size, String> text) {
    Optional<Size> high = amount.high();
    if (amount.isExact()) {
      return text.apply(amount.low());
    }
    if (high.isPresent()) {
      return text.apply(amount.low()) + " to " + text.apply(high.get());
    }
    return amount.low().isZero() ? "unknown" : "at least " + text.apply(amount.low());
  }
}
