package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private static Size size(String text) {
    return Size.parse(text);
  }

  @Test
  void numbersNeverWrap() {
    Size greatest = Size.of(Long.MAX_VALUE);
    Size least = Size.of(Long.MIN_VALUE);
    BigInteger max = BigInteger.valueOf(Long.MAX_VALUE);
    BigInteger min = BigInteger.valueOf(Long.MIN_VALUE);
    assertThat(greatest.plus(Size.ONE).asBigInteger()).contains(max.add(BigInteger.ONE));
    assertThat(greatest.times(greatest).asBigInteger()).contains(max.multiply(max));
    assertThat(least.negate().asBigInteger()).contains(min.negate());
    assertThat(least.minus(greatest).asBigInteger()).contains(min.subtract(max));
    assertThat(Size.ZERO.minus(least).asBigInteger()).contains(min.negate());
    assertThat(least.floorDiv(Size.of(-1)).asBigInteger()).contains(min.negate());
    assertThat(least.divideExactly(Size.of(-1))).contains(least.negate());
    assertThat(Size.of(2).pow(64).asBigInteger()).contains(TWO_TO_64);
    assertThat(Size.sum(List.of(greatest, greatest, Size.of(2))).asBigInteger())
        .contains(TWO_TO_64);
    assertThat(Size.sum(List.of(least, least, Size.ONE)).asBigInteger())
        .contains(TWO_TO_64.negate().add(BigInteger.ONE));
  }

  @Test
  void longNumberThatShrinksIsAnOrdinaryNumberAgain() {
    Size large = Size.of(TWO_TO_64);
    assertThat(large.asLong()).isEmpty();
    assertThat(large.isConstant()).isTrue();
    assertThat(large.minus(large)).isSameAs(Size.ZERO);
    assertThat(large.floorDiv(Size.of(2).pow(60)).asLong()).hasValue(16);
    assertThat(Size.of(BigInteger.valueOf(7))).isEqualTo(Size.of(7)).hasSameHashCodeAs(Size.of(7));
  }

  @Test
  void sumAndProductOfNothingAreNeutral() {
    assertThat(Size.sum(List.of())).isEqualTo(Size.ZERO);
    assertThat(Size.product(List.of())).isEqualTo(Size.ONE);
    assertThat(size("0*a")).isEqualTo(Size.ZERO);
    assertThat(size("a").pow(0)).isEqualTo(Size.ONE);
  }

  @ParameterizedTest
  @CsvSource({"7,2,3,4,1,3", "-7,2,-4,-3,1,-3", "7,-2,-4,-3,-1,-3", "-7,-2,3,4,-1,3"})
  void roundsNumbersAsAsked(
      long dividend, long divisor, long floor, long ceil, long mod, long trunc) {
    Size a = Size.of(dividend);
    Size b = Size.of(divisor);
    assertThat(a.floorDiv(b)).isEqualTo(Size.of(floor));
    assertThat(a.ceilDiv(b)).isEqualTo(Size.of(ceil));
    assertThat(a.mod(b)).isEqualTo(Size.of(mod));
    assertThat(a.truncDiv(b)).contains(Size.of(trunc));
    assertThat(a.divideExactly(b)).isEmpty();
  }

  @Test
  void divisionByZeroIsAnError() {
    for (Size dividend : List.of(Size.ONE, size("a"))) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> dividend.floorDiv(Size.ZERO));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> dividend.ceilDiv(Size.ZERO));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> dividend.mod(Size.ZERO));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> dividend.truncDiv(Size.ZERO));
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> dividend.divideExactly(Size.ZERO));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "84934656*batch*sequence + 18432*batch*sequence^2"
            + "| 18432*sequence**2*batch + batch*84934656*sequence",
        "floor(h/2) - 1 | floor(h/2) - 1",
        "min(a, b) | min(b, a)",
        "max(a, b) | max(b, a, b)",
        "floor((h + 1)/2) | floor((h + 1)/2)",
        "-a + 3 | 3 - a",
        "a^2 + a*b + b^2 | b*b + a*b + a*a",
        "1792*N | N*8*8*27 + N*8*8",
        "2*x | floor((8*x + 3)/4)",
        "floor((x + 1)/2) | floor((2*x + 2)/4)",
        "floor(h/8) | floor(floor(h/2)/4)",
        "floor((h + 3)/4) | floor((floor((h - 1)/2) + 1 - 1)/2) + 1",
        "floor(3*x/8) | (3*x//4)//2",
        "2*h + floor(h/3) | floor(7*h/3)",
        "floor((h + 1)/2) | ceil(h/2)",
        "floor((h + 1)/2) | -((-h)//2)",
        "-floor(h/2) | ceil(-h/2)",
        "floor((a - 1)/b) + 1 | ceil(a/b)",
        "floor((a - 1)/b) + 1 | -((-a)//b)",
        "floor(x/y) | floor((2*x + 1)/(2*y))",
        "floor(h/2) | h*w//(w*2)",
        "a + floor(3/s) | floor((a*s + 3)/s)",
        "0 | floor(a/(a + b))",
        "-1 | floor(-a/(a + b))",
        "batch | max(1, batch)",
        "1 | min(1, batch)",
        "x | min(x, x + 1)",
        "max(a, b) + 1 | max(a + 1, b + 1)",
        "b*max(s, 1000) | max(1000*b, b*s)",
        "6*max(a, b) | max(6*b, 6*a)",
        "max(a, b, c) | max(max(a, b), c)",
        "min(a, b, 7) | min(7, min(b, a))",
        "a | min(max(a, b), a)",
        "64 | 768*batch*sequence/(12*batch*sequence)",
        "a | (a*a + a)/(a + 1)",
        "floor((h + 1)/2) | floor(h/2 + 1/2)",
      })
  void hasOneNormalForm(String expected, String text) {
    assertThat(size(text)).hasToString(expected).isEqualTo(size(expected));
  }

  @Test
  void namesThatAreNoIdentifiersAreQuoted() {
    Size odd = Size.of(Symbol.named("a \"b\" \\ c")).plus(Size.of(Symbol.named("max")));
    assertThat(odd).hasToString("\"a \\\"b\\\" \\\\ c\" + \"max\"");
    assertThat(size(odd.toString())).isEqualTo(odd);
  }

  @Test
  void dividesExactlyOnlyWhereTheDivisorIsKnownToDivide() {
    assertThat(size("12*a*b + 6*a").divideExactly(size("6*a"))).contains(size("2*b + 1"));
    assertThat(size("a^2 - b^2").divideExactly(size("a - b"))).contains(size("a + b"));
    assertThat(size("a^2 - b^2").divideExactly(size("b - a"))).contains(size("-a - b"));
    assertThat(size("a").divideExactly(Size.of(2))).isEmpty();
    assertThat(size("a^2 + 1").divideExactly(size("a + 1"))).isEmpty();
    assertThat(size("4*max(a, b)").divideExactly(Size.of(2))).contains(size("2*max(a, b)"));
    assertThat(size("3*x - 3").divideExactly(Size.of(-3))).contains(size("1 - x"));
  }

  @Test
  void truncatesOnlyWhereTheSignsAreKnown() {
    Size a = size("a");
    assertThat(a.truncDiv(Size.of(2))).contains(size("a//2"));
    assertThat(a.negate().truncDiv(Size.of(2))).contains(size("-(a//2)"));
    assertThat(a.truncDiv(Size.of(-2))).contains(size("-(a//2)"));
    assertThat(a.negate().truncDiv(Size.of(-2))).contains(size("a//2"));
    assertThat(size("a - 5").truncDiv(Size.of(2))).isEmpty();
    assertThat(size("4*a - 20").truncDiv(Size.of(2))).contains(size("2*a - 10"));
    assertThat(a.truncDiv(size("a - 5"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b | b + a | SAME",
        "h - h//2 | (h + 1)//2 | SAME",
        "x - x//4 | ceil(3*x/4) | SAME",
        "2*floor(height/8) | floor(height/4) | UNDECIDED",
        "2*(h//2) | h | UNDECIDED",
        "a | b | UNDECIDED",
        "a | 1 | UNDECIDED",
        "batch | -1 | DIFFERENT",
        "batch | 0 | DIFFERENT",
        "a | a + 1 | DIFFERENT",
        "2*a | 2*b + 1 | DIFFERENT",
        "2*b*h | b*(2*k + 1) | DIFFERENT",
        "a*b + b | b | DIFFERENT",
        "h - 2*(h//2) | 2 | DIFFERENT",
        "3 | 4 | DIFFERENT",
        "5 | 5 | SAME",
      })
  void comparesForAllValues(String left, String right, Comparison expected) {
    assertThat(size(left).compare(size(right))).isEqualTo(expected);
    assertThat(size(right).compare(size(left))).isEqualTo(expected);
  }

  @Test
  void dataDependentSizesMayBeZero() {
    Size count = Size.of(Symbol.dataDependent("n", "The data decide."));
    assertThat(count.compare(Size.ZERO)).isEqualTo(Comparison.UNDECIDED);
    assertThat(count.compare(Size.of(-1))).isEqualTo(Comparison.DIFFERENT);
    assertThat(count.compare(Size.of(Symbol.dataDependent("m", "The data decide."))))
        .isEqualTo(Comparison.UNDECIDED);
    assertThat(count).isNotEqualTo(size("n"));
    assertThat(count.plus(size("n")).symbols()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 1, ",
    "-a + 3, , 2",
    "a*b - a, 0, ",
    "a^2 - a, 0, ",
    "h - 2*(h//2), 0, 1",
    "'max(a, b) - a', 0, ",
    "'min(a, b) - a', , 0",
    "a - b, , ",
    "'min(a, 9)', 1, 9",
    "12, 12, 12",
  })
  void findsBounds(String text, String low, String high) {
    assertThat(size(text).lowerBound()).isEqualTo(Optional.ofNullable(low).map(BigInteger::new));
    assertThat(size(text).upperBound()).isEqualTo(Optional.ofNullable(high).map(BigInteger::new));
  }

  @Test
  void knowsWhichSizeIsGreater() {
    assertThat(size("12*b*s + 5*b*s^2").isAtLeast(size("3*b*s^2 + 4*b"))).isTrue();
    assertThat(size("a").isAtLeast(size("a"))).isTrue();
    assertThat(size("a").isGreaterThan(size("a"))).isFalse();
    assertThat(size("a + 1").isGreaterThan(size("a"))).isTrue();
    assertThat(size("a").isAtLeast(size("b"))).isFalse();
    assertThat(size("a").isGreaterThan(Size.ONE)).isFalse();
    assertThat(size("a").isGreaterThan(Size.ZERO)).isTrue();
  }

  @Test
  void listsSymbolsInsideAtoms() {
    assertThat(size("floor(b/2)*min(c, a)").symbols())
        .containsExactly(Symbol.named("a"), Symbol.named("b"), Symbol.named("c"));
    assertThat(Size.ONE.symbols()).isEmpty();
    Size count = Size.of(Symbol.dataDependent("n", "The data decide."));
    assertThat(count.floorDiv(Size.of(2)).isDataDependent()).isTrue();
    assertThat(size("a").isDataDependent()).isFalse();
  }

  @Test
  void bindsInsideAtoms() {
    Size size = size("floor((h + 1)/s)*c + max(h, w) - 1");
    assertThat(size.bind(Bindings.of("s", 2)))
        .isEqualTo(size("floor((h + 1)/2)*c + max(h, w) - 1"));
    assertThat(size.bind(Bindings.of("h", 7))).isEqualTo(size("floor(8/s)*c + max(7, w) - 1"));
    assertThat(size.bind(Bindings.of("h", 7).with("s", 2).with("c", 3).with("w", 9)))
        .isEqualTo(Size.of(20));
    assertThat(size.bind(Bindings.none())).isSameAs(size);
    assertThat(size.bind(Bindings.of("other", 1))).isEqualTo(size);
  }

  @Test
  void bindingADivisorToZeroIsAnError() {
    Symbol count = Symbol.dataDependent("n", "The data decide.");
    Size size = size("a").floorDiv(Size.of(count));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> size.bind(Bindings.of("n", 0)))
        .withMessageContaining("n = 0");
  }

  @Test
  void bindingRespectsWhatSymbolsCanBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> size("a").bind(Bindings.of("a", 0)))
        .withMessageContaining("at least 1");
    Size count = Size.of(Symbol.dataDependent("n", "The data decide.", size("2*a")));
    assertThat(count.bind(Bindings.of("n", 0))).isEqualTo(Size.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> count.bind(Bindings.of("n", 5).with("a", 2)))
        .withMessageContaining("at most 4");
  }

  @Test
  void boundsDataByTheSymbolsOfTheFile() {
    Size n = Size.of(Symbol.dataDependent("n", "The data decide.", size("4*batch")));
    Size m = Size.of(Symbol.dataDependent("m", "The data decide.", n.times(n)));
    Size open = Size.of(Symbol.dataDependent("k", "The data decide."));
    assertThat(n.times(3).plus(size("batch")).largest()).contains(size("13*batch"));
    assertThat(n.times(3).plus(size("batch")).smallest()).contains(size("batch"));
    assertThat(size("9*batch").minus(n).smallest()).contains(size("5*batch"));
    assertThat(m.largest()).contains(size("16*batch^2"));
    assertThat(n.plus(Size.ONE).floorDiv(Size.of(2)).largest()).contains(size("2*batch"));
    assertThat(open.largest()).isEmpty();
    assertThat(open.smallest()).contains(Size.ZERO);
    assertThat(open.min(n).largest()).contains(size("4*batch"));
    assertThat(open.max(size("batch")).smallest()).contains(size("batch"));
    assertThat(open.negate().smallest()).isEmpty();
    assertThat(size("a").largest()).contains(size("a"));
    assertThat(size("4*batch").isAtLeast(n)).isTrue();
    assertThat(n.bind(Bindings.of("batch", 2)).largest()).contains(Size.of(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "2a",
        "a +",
        "(a",
        "a)",
        "a/2",
        "a^-1",
        "a^b",
        "max",
        "max()",
        "floor(a, b)",
        "\"open",
        "\"bad\\n\"",
        "\"\"",
        "1/0",
        "a//0",
        "a$b",
        "1.5",
        "f(a)",
        "a^99999999999",
        "é"
      })
  void refusesTextThatIsNoExpression(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Size.parse(text))
        .withMessageContaining("at character");
  }

  @Test
  void saysWhereTheTextIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Size.parse("8*h8 + ?"))
        .withMessage(
            "Cannot read the expression '8*h8 + ?' at character 8: found '?', expected a number, a"
                + " name or '('");
  }

  @Test
  void longFlatTextsAreRead() {
    assertThat(size("-".repeat(100_000) + "1")).isEqualTo(Size.ONE);
    assertThat(size("1" + " + a".repeat(100_000))).isEqualTo(size("100000*a + 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> size("(".repeat(100_000)))
        .withMessageContaining("100 deep");
  }

  @Test
  void growthIsLimited() {
    List<Size> sums = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      sums.add(size("s" + i).plus(Size.ONE));
    }
    List<Size> many = new ArrayList<>(Collections.nCopies(1, Size.ONE));
    for (int i = 0; i <= 10_000; i++) {
      many.add(size("t" + i));
    }
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(() -> Size.product(sums))
        .withMessageContaining("10000 terms");
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(() -> Size.sum(many))
        .withMessageContaining("10000 terms");
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(() -> Size.of(3).pow(Integer.MAX_VALUE));
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(() -> size("a + 1").pow(100_000));
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(() -> size("a").pow(Integer.MAX_VALUE).times(size("a")));
    assertThatIllegalArgumentException().isThrownBy(() -> size("a").pow(-1));
  }

  @Test
  void nestingIsLimited() {
    assertThatExceptionOfType(TooComplexException.class)
        .isThrownBy(
            () -> {
              Size nested = size("a");
              for (int i = 0; i < 101; i++) {
                nested = nested.times(nested).plus(Size.ONE).floorDiv(Size.of(3));
              }
            })
        .withMessageContaining("100 levels");
  }

  @Test
  void chainsOfStridedLayersStayOneFloor() {
    Size height = size("h");
    for (int i = 0; i < 20; i++) {
      height = height.minus(Size.ONE).floorDiv(Size.of(2)).plus(Size.ONE);
    }
    assertThat(height).hasToString("floor((h + 1048575)/1048576)");
  }

  @Test
  void longChainsOfBoundsAreFollowed() {
    Size bound = size("batch");
    for (int i = 0; i < 10_000; i++) {
      bound = Size.of(Symbol.dataDependent("n" + i, "The data decide.", bound));
    }
    assertThat(bound.largest()).contains(size("batch"));
    assertThat(bound.bind(Bindings.of("batch", 4)).upperBound()).contains(BigInteger.valueOf(4));
  }
}
