package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains in which min and max alternate, as hostile shape arithmetic can make them. */
class NestedExtremesTest {
  private static final int STEPS = 40;
  private static final int SYMBOLS = 6;

  /** A pair of values that every step makes from the pair before. */
  private record Pair(Size first, Size second) {

    Pair next(Random random, List<Size> symbols) {
      Size one = symbols.get(random.nextInt(SYMBOLS));
      Size other = symbols.get(random.nextInt(SYMBOLS));
      return switch (random.nextInt(3)) {
        case 0 -> new Pair(first.min(second).plus(one), first.max(second).minus(other));
        case 1 ->
            new Pair(
                first.plus(one).min(other.plus(second)).max(second.minus(one)),
                second.floorDiv(Size.of(2)).plus(first.min(other)));
        default ->
            new Pair(
                first.max(one).plus(second.max(other)), second.min(first).plus(one.min(other)));
      };
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 8, 9, 23})
  void staysRightUntilItIsTooComplex(long seed) {
    List<Size> symbols = new ArrayList<>();
    List<Size> numbers = new ArrayList<>();
    Bindings bindings = Bindings.none();
    for (int i = 0; i < SYMBOLS; i++) {
      symbols.add(Size.of(Symbol.named("s" + i)));
      numbers.add(Size.of(1 + 7L * i % 5));
      bindings = bindings.with("s" + i, 1 + 7L * i % 5);
    }
    Pair symbolic = new Pair(symbols.get(0), symbols.get(1));
    Pair numeric = new Pair(numbers.get(0), numbers.get(1));
    int steps = 0;
    try {
      for (; steps < STEPS; steps++) {
        symbolic = symbolic.next(new Random(seed + steps), symbols);
        numeric = numeric.next(new Random(seed + steps), numbers);
        assertThat(symbolic.first().bind(bindings)).isEqualTo(numeric.first());
        assertThat(symbolic.second().bind(bindings)).isEqualTo(numeric.second());
      }
    } catch (TooComplexException tooComplex) {
      assertThat(tooComplex).hasMessageContaining("more than");
    }

    assertThat(steps).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5, 7})
  void answersWhatIsNotTooComplex(long seed) {
    Random random = new Random(seed);
    BinaryOperator<Size> extreme = random.nextBoolean() ? Size::min : Size::max;
    Size nested = Size.of(Symbol.named("a"));
    for (int i = 0; i < 20; i++) {
      Size symbol = Size.of(Symbol.named("s" + i));
      nested = extreme.apply(nested.plus(symbol), symbol.times(2).plus(Size.of(i)));

      assertThat(nested.plus(Size.ONE).isGreaterThan(nested)).isTrue();
      assertThat(nested.compare(nested.plus(Size.ONE))).isEqualTo(Comparison.DIFFERENT);
    }
  }

  @Test
  void comparesOperandsOnceMoreWithoutTheirCommonFactor() {
    Size some = Size.parse("b*floor((h + 1)/2) + b*floor((h + 3)/4) + 256");
    Size other = Size.parse("2*b*floor((h + 1)/2) + 256");
    Size peak = some.times(256).max(other.times(256));

    assertThat(peak).isEqualTo(some.max(other).times(256));
    assertThat(Size.parse(peak.toString())).isEqualTo(peak);
  }

  @Test
  void comparesAHeavyOperandWithANumber() {
    Size heavy = Size.of(Symbol.named("a"));
    for (int i = 0; i < 60; i++) {
      Size symbol = Size.of(Symbol.named("s" + i));
      heavy =
          i % 2 == 0 ? heavy.max(symbol.times(i + 2L)) : heavy.plus(symbol).min(symbol.times(9));
    }
    Size sum = heavy;
    for (int i = 0; i < 200; i++) {
      sum = sum.plus(Size.of(Symbol.named("t" + i)));
    }

    assertThat(sum.max(Size.ZERO)).isEqualTo(sum);
  }
}
