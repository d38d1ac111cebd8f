package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SymbolTest {

  @Test
  void namedSymbolIsAtLeastOne() {
    Symbol batch = Symbol.named("batch");
    assertThat(batch.name()).isEqualTo("batch");
    assertThat(batch.minimum()).isEqualTo(1);
    assertThat(batch.isDataDependent()).isFalse();
    assertThat(batch.reason()).isEmpty();
    assertThat(batch.upperBound()).isEmpty();
  }

  @Test
  void dataDependentSymbolIsAtLeastZeroAndSaysWhy() {
    Symbol count = Symbol.dataDependent("n", "The data decide.", Size.of(7));
    assertThat(count.minimum()).isZero();
    assertThat(count.isDataDependent()).isTrue();
    assertThat(count.reason()).contains("The data decide.");
    assertThat(count.upperBound()).contains(Size.of(7));
    assertThat(Symbol.dataDependent("n", "The data decide.").upperBound()).isEmpty();
  }

  @Test
  void symbolsAreTheSameByNameAndKind() {
    Symbol named = Symbol.named("n");
    Symbol count = Symbol.dataDependent("n", "One reason.");
    assertThat(count)
        .isEqualTo(Symbol.dataDependent("n", "Another.", Size.ONE))
        .hasSameHashCodeAs(Symbol.dataDependent("n", "Another.", Size.ONE))
        .isNotEqualTo(named);
    TreeSet<Symbol> sorted = new TreeSet<>();
    sorted.add(Symbol.named("z"));
    sorted.add(count);
    sorted.add(named);
    assertThat(sorted).containsExactly(named, count, Symbol.named("z"));
  }

  @Test
  void textIsQuotedWhereTheNameIsNoIdentifier() {
    assertThat(Symbol.named("past.key_1")).hasToString("past.key_1");
    assertThat(Symbol.named("batch size")).hasToString("\"batch size\"");
    assertThat(Symbol.named("1st")).hasToString("\"1st\"");
    assertThat(Symbol.named("floor")).hasToString("\"floor\"");
    assertThat(Symbol.named("a\"\\")).hasToString("\"a\\\"\\\\\"");
  }

  @Test
  void blankNameIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Symbol.named(" "));
  }
}
