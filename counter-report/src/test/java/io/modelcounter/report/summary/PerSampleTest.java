package io.modelcounter.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerSampleTest {

  @ParameterizedTest
  @CsvSource({
    "8, 64, 8",
    "1, 7, 7",
    "8, 0, 0",
    "8, 16*s, 2*s",
    "batch, 6*batch*s + batch^2, 6*s + batch",
    "2*batch, 6*batch, 3",
  })
  void dividesWhatDividesEvenly(String samples, String total, String share) {
    PerSample perSample = new PerSample(Size.parse(samples));
    assertThat(perSample.of(Amount.exact(Size.parse(total))))
        .contains(Amount.exact(Size.parse(share)));
  }

  @ParameterizedTest
  @CsvSource({
    "8, 28, 7/2",
    "3, 10, 10/3",
    "batch, 6*batch + 1, (6*batch + 1)/batch",
    "8, 3*s, (3*s)/8",
    "2*batch, 3, 3/(2*batch)",
  })
  void givesAFractionOtherwise(String samples, String total, String fraction) {
    PerSample perSample = new PerSample(Size.parse(samples));
    Amount amount = Amount.exact(Size.parse(total));
    assertThat(perSample.of(amount)).isEmpty();
    assertThat(perSample.quotient(amount)).isEqualTo(fraction);
  }

  @Test
  void dividesBothEndsOfARange() {
    PerSample perSample = new PerSample(Size.of(4));
    Amount even = Amount.between(Size.of(8), Size.of(16), "why");
    Amount uneven = Amount.between(Size.of(8), Size.of(17), "why");
    assertThat(perSample.of(even)).contains(Amount.between(Size.of(2), Size.of(4), "why"));
    assertThat(perSample.of(uneven)).isEmpty();
    assertThat(perSample.quotient(uneven)).isEqualTo("(8 to 17)/4");
    assertThat(perSample.of(Amount.atLeast(Size.of(8), "why")))
        .contains(Amount.atLeast(Size.of(2), "why"));
  }
}
