package io.modelcounter.cli.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a table printed it: digits with a unit, and after them sometimes the whole number in
 * brackets, which is rounded to six digits.
 *
 * @param digits the digits with a unit, such as {@code 4.09 G}
 * @param total the number in brackets; empty if there is none
 */
record Published(String digits, String total) {
  private static final Pattern FORM =
      Pattern.compile(
          "([\\d.,]+)(?: \\(wrong\\))?\\s*([KMGB]?)[A-Za-z]*(?: \\((?:Total )?(\\d+)\\))?");

  private static final int POWERS = 3;
  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  static Published of(String printed) {
    Matcher matcher = FORM.matcher(printed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + printed + "\" is no number");
    }
    String total = matcher.group(3);
    return new Published(
        matcher.group(1).replace(",", "") + matcher.group(2), total == null ? "" : total);
  }

  /** Another number with the digits and the unit of this one. */
  Published like(BigInteger number) {
    int unit = unit();
    BigDecimal own = new BigDecimal(unit == 0 ? digits : digits.substring(0, digits.length() - 1));
    BigDecimal scaled =
        new BigDecimal(number)
            .movePointLeft(POWERS * unit)
            .setScale(own.scale(), RoundingMode.HALF_EVEN);
    return new Published(
        scaled.toPlainString() + (unit == 0 ? "" : digits.substring(digits.length() - 1)),
        total.isEmpty() ? "" : new BigDecimal(number).round(SIX).toBigInteger().toString());
  }

  private int unit() {
    return switch (digits.charAt(digits.length() - 1)) {
      case 'K' -> 1;
      case 'M' -> 2;
      case 'G', 'B' -> 3;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return total.isEmpty() ? digits : digits + " (" + total + ")";
  }
}
