package io.modelcounter.report.table;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts amounts in order and draws them to scale, also those with symbols.
 *
 * <p>Formulas have no order of their own, so every symbol is taken at one value that is large
 * enough for strides and windows to leave something. Of an amount that is not exact the lower end
 * counts.
 */
public final class Yardstick {
  /** Value that every symbol is taken at. */
  public static final long SYMBOL_VALUE = 1024;

  private Yardstick() {}

  /**
   * Length of an amount on the scale.
   *
   * @param amount the amount
   * @return the number; empty if the formula has no value there
   */
  public static Optional<BigInteger> length(Amount amount) {
    Size low = amount.low();
    return low.isConstant() ? low.asBigInteger() : bind(low);
  }

  /**
   * Number by which amounts are ranked.
   *
   * @param amount the amount
   * @return its length; −1, which comes last, if it has none
   */
  public static BigInteger rank(Amount amount) {
    return length(amount).orElse(BigInteger.ONE.negate());
  }

  /**
   * Share of a part in a whole on the scale.
   *
   * @param part the part
   * @param whole the whole
   * @return percent with four decimals; empty if the whole is nothing, or if the part is a range or
   *     not known at all
   */
  public static Optional<BigDecimal> percent(Amount part, Amount whole) {
    boolean isRange = !part.isExact() && part.high().isPresent();
    if (isRange || !Amounts.isKnown(part)) {
      return Optional.empty();
    }
    Optional<BigInteger> length = length(part);
    Optional<BigInteger> total = length(whole);
    return length.isEmpty() || total.isEmpty() || total.get().signum() <= 0
        ? Optional.empty()
        : Optional.of(divide(length.get(), total.get()));
  }

  /**
   * Share of a part in a whole that holds for all values of the symbols.
   *
   * @param part the part
   * @param whole the whole
   * @return percent with four decimals; empty if one of the two is not exact, or if the share
   *     depends on symbols
   */
  public static Optional<BigDecimal> constantPercent(Amount part, Amount whole) {
    if (!part.isExact() || !whole.isExact()) {
      return Optional.empty();
    }
    Optional<BigInteger> length = length(part);
    Optional<BigInteger> total = length(whole);
    if (length.isEmpty() || total.isEmpty() || total.get().signum() <= 0) {
      return Optional.empty();
    }
    Size crossed = part.low().times(Size.of(total.get()));
    return crossed.equals(whole.low().times(Size.of(length.get())))
        ? Optional.of(divide(length.get(), total.get()))
        : Optional.empty();
  }

  private static BigDecimal divide(BigInteger part, BigInteger whole) {
    return new BigDecimal(part.multiply(BigInteger.valueOf(100)))
        .divide(new BigDecimal(whole), 4, RoundingMode.HALF_UP);
  }

  private static Optional<BigInteger> bind(Size size) {
    Map<String, Long> values = new TreeMap<>();
    for (Symbol symbol : size.symbols()) {
      values.put(symbol.name(), SYMBOL_VALUE);
    }
    try {
      return size.bind(Bindings.of(values)).asBigInteger();
    } catch (ArithmeticException e) {
      // A divisor is 0 there: the formula has no value.
      return Optional.empty();
    }
  }
}
