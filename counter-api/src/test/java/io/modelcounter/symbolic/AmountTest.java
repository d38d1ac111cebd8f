package io.modelcounter.symbolic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmountTest {

  private static final Size BATCH = Size.of(Symbol.named("batch"));
  private static final Size BOUNDED =
      Size.of(Symbol.dataDependent("n", "The data decide n.", BATCH.times(4)));
  private static final Size OPEN = Size.of(Symbol.dataDependent("m", "The data decide m."));

  @Test
  void formulaInSymbolsOfTheFileIsExact() {
    Amount amount = Amount.exact(BATCH.times(3));
    assertThat(amount.isExact()).isTrue();
    assertThat(amount.exactValue()).isEqualTo(BATCH.times(3));
    assertThat(amount.reasons()).isEmpty();
    assertThat(amount).hasToString("3*batch");
  }

  @Test
  void dataDependentSizeIsARangeWithItsReason() {
    Amount bounded = Amount.exact(BOUNDED.plus(Size.ONE));
    assertThat(bounded.isExact()).isFalse();
    assertThat(bounded).hasToString("between 1 and 4*batch + 1");
    assertThat(bounded.reasons()).containsExactly("The data decide n.");
    Amount open = Amount.exact(OPEN.plus(BOUNDED));
    assertThat(open.high()).isEmpty();
    assertThat(open).hasToString("at least 0");
    assertThat(open.reasons()).containsExactly("The data decide m.", "The data decide n.");
  }

  @Test
  void unknownIsNeverSilentlyZero() {
    Amount unknown = Amount.unknown("The shape is unknown.");
    assertThat(unknown.isExact()).isFalse();
    assertThat(unknown).isNotEqualTo(Amount.zero());
    Amount total = Amount.sum(List.of(Amount.exact(Size.of(3)), unknown, Amount.exact(BATCH)));
    assertThat(total).hasToString("at least batch + 3");
    assertThat(total.reasons()).containsExactly("The shape is unknown.");
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(total::exactValue);
  }

  @Test
  void addsEndsAndCollectsReasonsOnce() {
    Amount some = Amount.between(Size.of(1), Size.of(2), "B.");
    Amount other = Amount.between(BATCH, BATCH.times(2), "A.");
    assertThat(some.plus(other)).hasToString("between batch + 1 and 2*batch + 2");
    assertThat(some.plus(other).plus(other).reasons()).containsExactly("A.", "B.");
    assertThat(Amount.sum(List.of(some, other))).isEqualTo(some.plus(other));
    assertThat(Amount.sum(List.of())).isEqualTo(Amount.zero());
  }

  @Test
  void multipliesBothEnds() {
    Amount amount = Amount.between(Size.of(2), Size.of(3), "A.");
    assertThat(amount.times(2)).hasToString("between 4 and 6");
    assertThat(amount.times(BATCH)).hasToString("between 2*batch and 3*batch");
    assertThat(amount.times(BOUNDED)).hasToString("between 0 and 12*batch");
    assertThat(amount.times(BOUNDED).reasons()).containsExactly("A.", "The data decide n.");
    assertThat(Amount.atLeast(Size.ONE, "A.").times(3)).hasToString("at least 3");
    assertThat(Amount.unknown("A.").times(0)).isEqualTo(Amount.zero());
    assertThatIllegalArgumentException().isThrownBy(() -> amount.times(-1));
  }

  @Test
  void hullHoldsBothAlternatives() {
    Amount cheap = Amount.exact(Size.of(3));
    Amount dear = Amount.exact(BATCH.plus(Size.of(3)));
    assertThat(cheap.hull(dear, "Either."))
        .isEqualTo(Amount.between(Size.of(3), BATCH.plus(Size.of(3)), "Either."));
    assertThat(cheap.hull(cheap, "Either.")).isEqualTo(cheap);
    assertThat(cheap.hull(Amount.unknown("A."), "Either.")).hasToString("at least 0");
    assertThat(cheap.hull(Amount.unknown("A."), "Either.").reasons())
        .containsExactly("A.", "Either.");
    assertThat(Amount.exact(BATCH).hull(Amount.exact(Size.of(8)), "Either."))
        .hasToString("between min(batch, 8) and max(batch, 8)");
  }

  @Test
  void bindingKeepsTheRange() {
    Amount amount = Amount.between(BATCH, BATCH.times(2), "A.");
    assertThat(amount.bind(Bindings.of("batch", 3)))
        .isEqualTo(Amount.between(Size.of(3), Size.of(6), "A."));
    Amount either = Amount.exact(BATCH).hull(Amount.exact(Size.of(8)), "Either.");
    assertThat(either.bind(Bindings.of("batch", 8))).isEqualTo(Amount.exact(Size.of(8)));
  }

  @Test
  void rangeOfOneValueIsExactAndAnInvertedOneAnError() {
    assertThat(Amount.between(BATCH, BATCH, "A.")).isEqualTo(Amount.exact(BATCH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.between(Size.of(3), Size.of(2), "A."));
  }

  @Test
  void isUnknownWhereItIsTooComplex() {
    Amount amount =
        Amount.unlessTooComplex(
            () -> {
              throw new TooComplexException("too many terms");
            });

    assertThat(amount.high()).isEmpty();
    assertThat(amount.reasons()).containsExactly("its sizes are too complex: too many terms");
    assertThat(Amount.unlessTooComplex(() -> Amount.exact(Size.of(3)))).hasToString("3");
  }

  @Test
  void isMadeAgainOfItsParts() {
    Amount open = Amount.unknown("no shape").plus(Amount.between(Size.ONE, Size.of(5), "a branch"));
    Amount closed = Amount.between(Size.ONE, Size.parse("a + 1"), "a branch");
    for (Amount amount : List.of(open, closed, Amount.zero(), Amount.exact(Size.parse("3*a")))) {
      assertThat(Amount.of(amount.low(), amount.high(), amount.reasons())).isEqualTo(amount);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.of(Size.of(2), Optional.of(Size.ONE), List.of()))
        .withMessage("The lower end of an amount is 2, above its upper end 1.");
  }
}
