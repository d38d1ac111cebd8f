package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizePropertiesTest {

  private static final int EXPRESSIONS = 1500;
  private static final int BINDINGS = 6;

  /** What a property says of an expression, its size and its value under some bindings. */
  private interface Property {
    void holds(String text, Size size, Map<String, Long> values, BigInteger value);
  }

  private static void check(long seed, int depth, boolean withData, Property property) {
    Random random = new Random(seed);
    int checked = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomExpression expression = RandomExpression.of(random, depth, withData);
      Size size = sizeOrNull(expression);
      for (int j = 0; j < BINDINGS && size != null; j++) {
        Map<String, Long> values = RandomExpression.values(random);
        BigInteger value = valueOrNull(expression, values);
        if (value != null) {
          property.holds(expression + " = " + size + " at " + values, size, values, value);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(EXPRESSIONS);
  }

  /** The size, null where a divisor is 0 whatever the symbols are. */
  private static @Nullable Size sizeOrNull(RandomExpression expression) {
    try {
      return expression.size();
    } catch (TooComplexException e) {
      throw e;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable BigInteger valueOrNull(
      RandomExpression expression, Map<String, Long> values) {
    try {
      return expression.value(values);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static BigInteger valueOf(Size size, Map<String, Long> values) {
    return size.bind(Bindings.of(values)).asBigInteger().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void normalFormHasTheValueOfTheExpression(int depth) {
    check(
        depth,
        depth,
        true,
        (text, size, values, value) -> assertThat(valueOf(size, values)).as(text).isEqualTo(value));
  }

  @Test
  void bindingInTwoStepsIsBindingAtOnce() {
    check(
        11,
        4,
        true,
        (text, size, values, value) -> {
          Size half = size.bind(Bindings.of("a", values.get("a")));
          assertThat(half.symbols()).as(text).doesNotContain(Symbol.named("a"));
          assertThat(valueOf(half, values)).as(text).isEqualTo(value);
        });
  }

  @Test
  void textIsReadBackAsTheSameSize() {
    check(
        12,
        4,
        false,
        (text, size, values, value) ->
            assertThat(Size.parse(size.toString())).as(text).isEqualTo(size));
  }

  @Test
  void textIsReadBackWithSymbolsThatAreNotNamed() {
    Map<String, Symbol> data =
        RandomExpression.DATA.stream().collect(Collectors.toMap(Symbol::name, Function.identity()));
    check(
        14,
        4,
        true,
        (text, size, values, value) ->
            assertThat(
                    Size.parse(
                        size.toString(), name -> data.getOrDefault(name, Symbol.named(name))))
                .as(text)
                .isEqualTo(size));
  }

  @Test
  void boundsHold() {
    check(
        13,
        4,
        true,
        (text, size, values, value) -> {
          size.lowerBound().ifPresent(low -> assertThat(low).as(text).isLessThanOrEqualTo(value));
          size.upperBound()
              .ifPresent(high -> assertThat(high).as(text).isGreaterThanOrEqualTo(value));
        });
  }

  @Test
  void smallestAndLargestHoldForAllData() {
    check(
        14,
        4,
        true,
        (text, size, values, value) -> {
          Optional<Size> smallest = size.smallest();
          Optional<Size> largest = size.largest();
          smallest.ifPresent(
              low -> {
                assertThat(low.isDataDependent()).as(text).isFalse();
                assertThat(valueOf(low, values)).as(text + " " + low).isLessThanOrEqualTo(value);
              });
          largest.ifPresent(
              high -> {
                assertThat(high.isDataDependent()).as(text).isFalse();
                assertThat(valueOf(high, values))
                    .as(text + " " + high)
                    .isGreaterThanOrEqualTo(value);
              });
        });
  }

  @Test
  void comparisonsHold() {
    Random random = new Random(15);
    int decided = 0;
    for (int i = 0; i < 2 * EXPRESSIONS; i++) {
      RandomExpression left = RandomExpression.of(random, 1 + random.nextInt(3), true);
      RandomExpression right = RandomExpression.of(random, 1 + random.nextInt(3), true);
      Size a = sizeOrNull(left);
      Size b = sizeOrNull(right);
      if (a == null || b == null) {
        continue;
      }
      Comparison comparison = a.compare(b);
      decided += comparison == Comparison.UNDECIDED ? 0 : 1;
      for (int j = 0; j < BINDINGS; j++) {
        Map<String, Long> values = RandomExpression.values(random);
        BigInteger valueOfLeft = valueOrNull(left, values);
        BigInteger valueOfRight = valueOrNull(right, values);
        if (valueOfLeft == null || valueOfRight == null) {
          continue;
        }
        String text = left + " = " + a + " and " + right + " = " + b + " at " + values;
        int order = valueOfLeft.compareTo(valueOfRight);
        if (order == 0) {
          assertThat(comparison).as(text).isNotEqualTo(Comparison.DIFFERENT);
        } else {
          assertThat(comparison).as(text).isNotEqualTo(Comparison.SAME);
          assertThat(a).as(text).isNotEqualTo(b);
        }
        assertThat(order >= 0 || !a.isAtLeast(b)).as(text).isTrue();
        assertThat(order > 0 || !a.isGreaterThan(b)).as(text).isTrue();
      }
    }
    assertThat(decided).isGreaterThan(EXPRESSIONS / 2);
  }

  @Test
  void divisionsHold() {
    Random random = new Random(16);
    int exact = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomExpression left = RandomExpression.of(random, 3, true);
      RandomExpression right = RandomExpression.of(random, 1 + random.nextInt(2), true);
      Size a = sizeOrNull(left);
      Size b = sizeOrNull(right);
      if (a == null || b == null || b.isZero()) {
        continue;
      }
      assertThat(a.times(b).divideExactly(b)).as(a + " times and by " + b).contains(a);
      Optional<Size> quotient = a.divideExactly(b);
      Optional<Size> truncated = a.truncDiv(b);
      Size rest = a.mod(b);
      exact += quotient.isPresent() ? 1 : 0;
      for (int j = 0; j < BINDINGS; j++) {
        Map<String, Long> values = RandomExpression.values(random);
        BigInteger dividend = valueOrNull(left, values);
        BigInteger divisor = valueOrNull(right, values);
        if (dividend == null || divisor == null || divisor.signum() == 0) {
          continue;
        }
        String text = a + " by " + b + " at " + values;
        quotient.ifPresent(
            q -> assertThat(valueOf(q, values).multiply(divisor)).as(text).isEqualTo(dividend));
        truncated.ifPresent(
            q -> assertThat(valueOf(q, values)).as(text).isEqualTo(dividend.divide(divisor)));
        assertThat(valueOf(rest, values))
            .as(text)
            .isEqualTo(
                divisor.signum() > 0
                    ? dividend.mod(divisor)
                    : dividend.negate().mod(divisor.negate()).negate());
      }
    }
    assertThat(exact).isGreaterThan(EXPRESSIONS / 20);
  }

  @Test
  void sumsAndProductsHaveOneForm() {
    Random random = new Random(17);
    for (int i = 0; i < EXPRESSIONS; i++) {
      Size a = sizeOrNull(RandomExpression.of(random, 2, true));
      Size b = sizeOrNull(RandomExpression.of(random, 2, true));
      Size c = sizeOrNull(RandomExpression.of(random, 2, true));
      if (a == null || b == null || c == null) {
        continue;
      }
      assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
      assertThat(a.plus(b).times(c)).isEqualTo(c.times(a).plus(b.times(c)));
      assertThat(a.minus(b).plus(b)).isEqualTo(a);
      assertThat(Size.sum(List.of(a, b, c))).isEqualTo(c.plus(b).plus(a));
      assertThat(Size.product(List.of(a, b, c))).isEqualTo(c.times(b).times(a));
      assertThat(a.min(b)).isEqualTo(b.min(a));
      assertThat(a.max(b).compare(b.max(a))).isEqualTo(Comparison.SAME);
      Size offset = Size.parse("3*a - 2*b*n + " + random.nextInt(9));
      assertThat(a.max(b).plus(offset)).isEqualTo(a.plus(offset).max(b.plus(offset)));
    }
  }
}
