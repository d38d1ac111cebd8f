package io.modelcounter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1 000",
    "4089184256, 4 089 184 256",
    "-1234567, -1 234 567"
  })
  void groupsDigitsByThree(String value, String text) {
    assertThat(Numbers.grouped(new BigInteger(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1.00 k",
    "999499, 999 k",
    "999500, 1.00 M",
    "4089184256, 4.09 G",
    "-25557032, -25.6 M"
  })
  void shortensToThreeDigits(String value, String text) {
    assertThat(Numbers.si(new BigInteger(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.00 KiB",
    "102228128, 97.5 MiB",
    "1048063, 1023 KiB",
    "1048575, 1.00 MiB"
  })
  void shortensBytesByPowersOfTwo(String value, String text) {
    assertThat(Numbers.iec(new BigInteger(value))).isEqualTo(text);
  }

  @Test
  void numbersBeyondTheLastPrefixHaveAnExponent() {
    assertThat(Numbers.si(BigInteger.TEN.pow(40))).isEqualTo("1.00e40");
    assertThat(Numbers.iec(BigInteger.TEN.pow(5000))).isEqualTo("1.00e5000 B");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0 %", "0.01, < 0.1 %", "41.25, 41.3 %", "100, 100.0 %"})
  void percentagesHaveOneDecimalAndNeverHideALittle(BigDecimal value, String text) {
    assertThat(Numbers.percent(value)).isEqualTo(text);
  }
}
