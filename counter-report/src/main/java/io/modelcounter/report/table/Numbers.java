package io.modelcounter.report.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** How whole numbers are written for people. */
public final class Numbers {
  private static final List<String> SI =
      List.of("", " k", " M", " G", " T", " P", " E", " Z", " Y", " R", " Q");
  private static final List<String> IEC =
      List.of(" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB", " ZiB", " YiB");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final MathContext SHOWN = new MathContext(3, RoundingMode.HALF_UP);

  private Numbers() {}

  /**
   * All digits in groups of three.
   *
   * @param value any number
   * @return for example {@code 4 089 184 256}
   */
  public static String grouped(BigInteger value) {
    String digits = value.abs().toString();
    StringBuilder text = new StringBuilder(value.signum() < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(' ');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /**
   * All digits in groups of three.
   *
   * @param value any number
   * @return for example {@code 1 214}
   */
  public static String grouped(long value) {
    return grouped(BigInteger.valueOf(value));
  }

  /**
   * Three digits and an SI prefix.
   *
   * @param value any number
   * @return for example {@code 4.09 G}; numbers below 1000 in full
   */
  public static String si(BigInteger value) {
    return scaled(value, THOUSAND, SI);
  }

  /**
   * Three digits, or four just below the next unit, and an IEC unit.
   *
   * @param bytes any number of bytes
   * @return for example {@code 97.5 MiB}; numbers below 1024 in full
   */
  public static String iec(BigInteger bytes) {
    return scaled(bytes, KIBI, IEC);
  }

  /**
   * A percentage with one decimal.
   *
   * @param percent the percentage
   * @return for example {@code 41.2 %}, or {@code < 0.1 %} for a little more than nothing
   */
  public static String percent(BigDecimal percent) {
    BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 && percent.signum() > 0
        ? "< 0.1 %"
        : rounded.toPlainString() + " %";
  }

  private static String scaled(BigInteger value, BigDecimal base, List<String> units) {
    BigDecimal scaled = new BigDecimal(value.abs());
    String sign = value.signum() < 0 ? "-" : "";
    if (scaled.compareTo(base) < 0) {
      return value + units.get(0);
    }
    int unit = 0;
    while (unit < units.size() - 1 && rounded(scaled).compareTo(base) >= 0) {
      scaled = scaled.divide(base, MathContext.DECIMAL128);
      unit++;
    }
    return rounded(scaled).compareTo(base) < 0
        ? sign + rounded(scaled).toPlainString() + units.get(unit)
        : sign + scientific(value) + units.get(0);
  }

  private static BigDecimal rounded(BigDecimal scaled) {
    if (scaled.compareTo(THOUSAND) >= 0) {
      return scaled.setScale(0, RoundingMode.HALF_UP);
    }
    BigDecimal rounded = scaled.round(SHOWN);
    int wholeDigits = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, SHOWN.getPrecision() - wholeDigits));
  }

  private static String scientific(BigInteger value) {
    BigDecimal rounded = new BigDecimal(value.abs()).round(SHOWN);
    int exponent = rounded.precision() - rounded.scale() - 1;
    return String.format(
        Locale.ROOT, "%se%d", rounded.movePointLeft(exponent).toPlainString(), exponent);
  }
}
