package io.modelcounter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void numbersAreShortOrExact() {
    Amount amount = exact("4089184256");
    assertThat(Amounts.brief(amount, Unit.COUNT)).isEqualTo("4.09 G");
    assertThat(Amounts.brief(amount, Unit.BYTES)).isEqualTo("3.81 GiB");
    assertThat(Amounts.full(amount)).isEqualTo("4 089 184 256");
    assertThat(Amounts.data(amount)).isEqualTo("4089184256");
  }

  @Test
  void formulasKeepNamesExponentsAndWhatIsRounded() {
    Amount amount =
        exact("84934656*batch*\"dim 1000\" + 18432*layer_1000^2 + 5000*floor(3000*h/7001)");
    assertThat(Amounts.brief(amount, Unit.COUNT))
        .contains("84.9 M*batch*\"dim 1000\"")
        .contains("18.4 k*layer_1000^2")
        .contains("5.00 k*floor(3000*h/7001)");
    assertThat(Size.parse(Amounts.full(amount))).isEqualTo(amount.low());
  }

  @Test
  void whatIsNotExactShowsIt() {
    Amount range = Amount.between(Size.of(1200), Size.of(3400), "why");
    Amount open = Amount.atLeast(Size.of(5600), "why");
    assertThat(Amounts.brief(range, Unit.COUNT)).isEqualTo("1.20 k to 3.40 k");
    assertThat(Amounts.brief(open, Unit.COUNT)).isEqualTo("at least 5.60 k");
    assertThat(Amounts.brief(Amount.unknown("why"), Unit.BYTES)).isEqualTo("unknown");
    assertThat(Amounts.data(range)).isEmpty();
    assertThat(Amounts.isKnown(open)).isTrue();
    assertThat(Amounts.isKnown(Amount.unknown("why"))).isFalse();
  }

  @Test
  void theEndsOfARangeCannotBeMistakenForEachOther() {
    Amount narrow = Amount.between(Size.of(126_100), Size.of(126_200), "why");
    Amount wide = Amount.between(Size.of(141), Size.of(260_000_000), "why");
    Amount small = Amount.between(Size.of(14), Size.of(26), "why");
    Amount fromNothing = Amount.between(Size.ZERO, Size.of(5600), "why");
    assertThat(Amounts.brief(narrow, Unit.COUNT)).isEqualTo("about 126 k");
    assertThat(Amounts.brief(wide, Unit.COUNT)).isEqualTo("0.141 k to 260 M");
    assertThat(Amounts.brief(wide, Unit.BYTES)).isEqualTo("141 B to 248 MiB");
    assertThat(Amounts.brief(small, Unit.COUNT)).isEqualTo("14 to 26");
    assertThat(Amounts.brief(fromNothing, Unit.COUNT)).isEqualTo("0 to 5.60 k");
  }

  @Test
  void aRangeHasNoShare() {
    Amount range = Amount.between(Size.of(1), Size.of(3), "why");
    assertThat(Yardstick.percent(range, exact("10"))).isEmpty();
    assertThat(Yardstick.percent(Amount.atLeast(Size.of(1), "why"), exact("10")))
        .contains(percent("10.0000"));
  }

  @Test
  void sharesThatHoldForAllSymbolsAreTold() {
    Amount whole = exact("4000*batch");
    assertThat(Yardstick.constantPercent(exact("1000*batch"), whole)).contains(percent("25.0000"));
    assertThat(Yardstick.constantPercent(exact("1000"), whole)).isEmpty();
    assertThat(Yardstick.constantPercent(Amount.unknown("why"), whole)).isEmpty();
    assertThat(Yardstick.constantPercent(exact("1"), Amount.zero())).isEmpty();
  }

  @Test
  void otherSharesAreTakenAtOneValueOfTheSymbols() {
    assertThat(Yardstick.percent(exact("1024"), exact("2*batch"))).contains(percent("50.0000"));
    assertThat(Yardstick.percent(Amount.unknown("why"), exact("5"))).isEmpty();
    assertThat(Yardstick.rank(exact("floor(height/8)"))).isEqualTo(BigInteger.valueOf(128));
  }

  @Test
  void aFormulaThatDividesByNothingRanksLast() {
    assertThat(Yardstick.rank(exact("floor(height/(batch - 1024))"))).isEqualTo(-1);
  }

  @Test
  void sumsOfTooManyTermsAreUnknown() {
    List<Amount> amounts = IntStream.range(0, 10_001).mapToObj(i -> exact("x" + i)).toList();
    assertThat(Amounts.sum(amounts).high()).isEmpty();
    assertThat(Amounts.sum(amounts.subList(0, 2))).isEqualTo(exact("x0 + x1"));
  }

  private static Amount exact(String expression) {
    return Amount.exact(Size.parse(expression));
  }

  private static BigDecimal percent(String value) {
    return new BigDecimal(value);
  }
}
