package io.modelcounter.cli.reconcile;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number that somebody read somewhere, with as many digits as were printed. */
public final class ExpectedNumber {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d[\\d,_ ]*(?:\\.\\d+)?(?:e\\d{1,2})?)\\s*([kmgtp]|b(?=$))?"
              + "(macs?|madds?|mult-adds|flops?)?",
          Pattern.CASE_INSENSITIVE);

  private static final String UNITS = "kmgtp";
  private static final int POWERS = 3;

  private final String text;
  private final BigDecimal digits;
  private final int unit;

  private ExpectedNumber(String text, BigDecimal digits, int unit) {
    this.text = text;
    this.digits = digits;
    this.unit = unit;
  }

  /**
   * Reads a number.
   *
   * @param text for example {@code 4.13G}, {@code 4.13 GMac}, {@code 8178.369M} or {@code
   *     4,133,742,592}; B stands for G
   * @throws CommandException if it is none
   */
  public static ExpectedNumber parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "--expect", "\"" + text + "\" is not a number")
              .withHint("for example --expect 4.13G or --expect 4089184256"));
    }
    String prefix = Optional.ofNullable(matcher.group(2)).orElse("").toLowerCase(Locale.ROOT);
    String unitName = prefix.equals("b") ? "g" : prefix;
    return new ExpectedNumber(
        text.strip(),
        new BigDecimal(matcher.group(1).replaceAll("[,_ ]", "")),
        unitName.isEmpty() ? 0 : UNITS.indexOf(unitName) + 1);
  }

  /** The number as it was written. */
  public String text() {
    return text;
  }

  /**
   * Tells how a total becomes this number.
   *
   * @param convention id of the convention
   * @param total the total
   * @return in a few words; empty if it does not
   */
  public Optional<String> match(String convention, BigInteger total) {
    if (new BigDecimal(total).compareTo(value()) == 0) {
      return Optional.of("exactly");
    }
    if (isPrinted(convention, total)) {
      return Optional.of("as it prints it");
    }
    BigDecimal scaled = new BigDecimal(total).movePointLeft(POWERS * unit);
    int places = digits.scale();
    if (isSame(scaled.setScale(places, RoundingMode.HALF_UP))) {
      return Optional.of("rounded");
    }
    return isSame(scaled.setScale(places, RoundingMode.DOWN))
        ? Optional.of("cut off")
        : Optional.empty();
  }

  /** How far a total is from this number, in parts of the number. */
  public BigDecimal distance(BigInteger total) {
    BigDecimal value = value();
    BigDecimal difference = new BigDecimal(total).subtract(value).abs();
    return value.signum() == 0 ? difference : difference.divide(value, 6, RoundingMode.HALF_UP);
  }

  private boolean isPrinted(String convention, BigInteger total) {
    return PrintedTotal.of(convention, total)
        .map(printed -> parse(convention.endsWith("thop") ? withoutB(printed) : printed))
        .filter(printed -> printed.unit == unit && isSame(printed.digits))
        .isPresent();
  }

  /** thop writes B where other tools write no unit. */
  private static String withoutB(String printed) {
    return printed.replace("B", "");
  }

  private boolean isSame(BigDecimal other) {
    return digits.compareTo(other) == 0;
  }

  private BigDecimal value() {
    return digits.movePointRight(POWERS * unit);
  }
}
