package io.modelcounter.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cli.message.CommandException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedNumberTest {

  @ParameterizedTest
  @CsvSource({
    "4089184256, macs, 4089184256, exactly",
    "'4,089,184,256', macs, 4089184256, exactly",
    "4 089 184 256 MACs, macs, 4089184256, exactly",
    "4.09G, macs, 4089184256, rounded",
    "4.08G, macs, 4089184256, cut off",
    "4.09e9, macs, 4089184256, rounded",
    "4.09 GMac, ptflops-aten, 4089185256, as it prints it",
    "4.1 GMACs, ptflops, 4100000001, as it prints it",
    "8178.369M, torch, 8178368512, as it prints it",
    "10.884B, torch-training, 10884440064, as it prints it",
    "7.00, thop, 7, exactly",
    "12 Mac, ptflops, 12, exactly",
    "1.82GFlops, torchstat, 1821399040, as it prints it",
  })
  void tellsHowATotalBecomesIt(String text, String convention, BigInteger total, String how) {
    assertThat(ExpectedNumber.parse(text).match(convention, total)).contains(how);
  }

  @Test
  void doesNotTakeAnotherNumberForIt() {
    assertThat(ExpectedNumber.parse("4.13G").match("macs", BigInteger.valueOf(4_089_184_256L)))
        .isEmpty();
    assertThat(ExpectedNumber.parse("4.09M").match("macs", BigInteger.valueOf(4_089_184_256L)))
        .isEmpty();
  }

  @Test
  void measuresHowFarATotalIs() {
    ExpectedNumber number = ExpectedNumber.parse("4G");
    assertThat(number.distance(BigInteger.valueOf(5_000_000_000L))).isEqualByComparingTo("0.25");
    assertThat(ExpectedNumber.parse("0").distance(BigInteger.TWO)).isEqualByComparingTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "1.2.3", "-4G", "4 apples"})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> ExpectedNumber.parse(text)).isInstanceOf(CommandException.class);
  }
}
