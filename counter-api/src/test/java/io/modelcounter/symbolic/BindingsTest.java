package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingsTest {

  @Test
  void valuesAreKeptByName() {
    Bindings bindings = Bindings.of("b", 2).with("a", 1);
    assertThat(bindings.asMap()).containsExactly(Map.entry("a", 1L), Map.entry("b", 2L));
    assertThat(bindings)
        .isEqualTo(Bindings.of(Map.of("a", 1L, "b", 2L)))
        .hasSameHashCodeAs(Bindings.of(Map.of("a", 1L, "b", 2L)))
        .hasToString("a = 1, b = 2");
    assertThat(bindings.value(Symbol.named("a"))).hasValue(1);
    assertThat(bindings.value(Symbol.named("c"))).isEmpty();
    assertThat(bindings.isEmpty()).isFalse();
    assertThat(Bindings.none().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "8*h8, 8, h8, 1",
    "batch, 4, batch, 4",
    "2*a + 1, 7, a, 3",
    "7 - a, 2, a, 5",
    "\"odd name\", 3, odd name, 3",
    "odd name, 3, odd name, 3",
    "a/2, 3, a/2, 3",
    "max, 3, max, 3",
  })
  void textIsANameOrIsSolved(String text, long value, String name, long expected) {
    assertThat(Bindings.none().with(text, value).asMap())
        .containsExactly(Map.entry(name, expected));
  }

  @Test
  void solvesForTheSymbolThatHasNoValueYet() {
    assertThat(Bindings.of("past", 3).with("past+seq", 10).asMap()).containsEntry("seq", 7L);
    assertThat(Bindings.of("a", 3).with("2*a", 6)).isEqualTo(Bindings.of("a", 3));
  }

  @ParameterizedTest
  @CsvSource({
    "8*h8, 12, no integer h8",
    "a + 5, 3, negative",
    "a*a, 4, not linear in a",
    "floor(a/2), 4, not linear in a",
    "a + b, 4, all but one",
    "5, 5, names no symbol",
    "a, -1, negative",
  })
  void refusesWhatCannotBeSolved(String text, long value, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bindings.none().with(text, value))
        .withMessageContaining(reason);
  }

  @Test
  void refusesContradictions() {
    Bindings bindings = Bindings.of("a", 3);
    assertThat(bindings.with("a", 3)).isEqualTo(bindings);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bindings.with("a", 4))
        .withMessageContaining("3 and 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bindings.with("2*a", 7))
        .withMessageContaining("it is 6");
  }

  @Test
  void onlyDataDependentSymbolsCanBeZero() {
    Bindings bindings = Bindings.of("n", 0);
    assertThat(bindings.value(Symbol.dataDependent("n", "The data decide."))).hasValue(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bindings.value(Symbol.named("n")))
        .withMessageContaining("at least 1");
  }

  @Test
  void nameIsNotReadAsAnExpressionWhereANameIsAsked() {
    Bindings bindings = Bindings.of("8*h8", 16);
    assertThat(bindings.value(Symbol.named("8*h8"))).hasValue(16);
    assertThat(Bindings.of(bindings.asMap())).isEqualTo(bindings);
  }
}
