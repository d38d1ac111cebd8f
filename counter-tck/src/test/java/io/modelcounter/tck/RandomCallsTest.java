package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Bindings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RandomCallsTest {
  private static final TestCall CALL =
      TestCall.of("test", "Dense", 1).input("float32[batch, n]").stored("float32[2*n, n]");

  @Test
  void drawsOneSmallAndLargeSizesForEverySymbol() {
    List<Bindings> sizes = RandomCalls.of(CALL).sizes(4);

    assertThat(sizes.get(0)).hasToString("batch = 1, n = 1");
    assertThat(sizes.get(1).asMap().values()).allMatch(size -> size >= 1 && size <= 12);
    assertThat(sizes.get(2).asMap().values()).allMatch(size -> size * size > Integer.MAX_VALUE);
    assertThat(sizes.get(3).asMap().values()).allMatch(size -> size >= 1 && size <= 1000);
  }

  @Test
  void drawsTheSameInEveryRunUnlessAnotherSeedIsGiven() {
    List<Bindings> sizes = RandomCalls.of(CALL).sizes(10);

    assertThat(RandomCalls.of(CALL).sizes(10)).isEqualTo(sizes);
    assertThat(RandomCalls.of(CALL).seededWith(42).sizes(10)).isNotEqualTo(sizes);
  }

  @Test
  void givesCallsWithoutSymbols() {
    assertThat(RandomCalls.of(CALL).calls(3)).hasSize(3).allMatch(call -> call.symbols().isEmpty());
    assertThat(RandomCalls.of(CALL).calls(1).get(0))
        .hasToString("test:Dense-1[float32[1, 1], stored float32[2, 1]]");
  }

  @Test
  void putsZeroInPlaceOfDimensionsThatAreNothingButASymbol() {
    List<TestCall> zeros = RandomCalls.of(CALL).withZeros();

    assertThat(zeros).hasSize(2);
    assertThat(zeros.get(0).toString()).startsWith("test:Dense-1[float32[0, ");
    assertThat(zeros.get(1).toString()).contains(", 0], stored float32[").endsWith(", 0]]");
    assertThat(zeros).allMatch(call -> call.symbols().isEmpty());
  }

  @Test
  void drawsNothingForACallWithoutSymbols() {
    TestCall numbers = TestCall.of("test", "Dense", 1).input("float32[2, 3]");

    assertThat(RandomCalls.of(numbers).calls(5)).hasSize(1);
    assertThat(RandomCalls.of(numbers).withZeros()).isEmpty();
  }
}
