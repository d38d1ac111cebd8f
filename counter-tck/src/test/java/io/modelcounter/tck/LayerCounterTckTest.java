package io.modelcounter.tck;

import static io.modelcounter.tck.Kits.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.symbolic.Size;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LayerCounterTckTest {

  @Test
  void findsACounterThatRemembersCalls() {
    AtomicLong calls = new AtomicLong();
    LayerCounter counter = Kits.counter(call -> cost(Size.of(calls.incrementAndGet())));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).c1CountsTheSameTwice()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second answer");
  }

  @Test
  void findsANegativeAmount() {
    LayerCounter counter =
        Kits.counter(call -> cost(call.shape(1).dim(1).minus(call.shape(0).dim(0))));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).c3GivesNoNegativeAmount()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is -12, which is negative");
  }

  @Test
  void findsAKnownCostForAnUnknownShape() {
    LayerCounter counter =
        Kits.counter(
            call -> {
              Shape shape = call.shapeIfKnown(0);
              return cost(shape.hasRank() ? shape.elements() : Size.ZERO);
            });
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c4GivesUnknownForUnknownShape()))
        .isInstanceOf(AssertionError.class);
    LayerCounter constant = Kits.counter(call -> cost(Size.of(7)));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(constant, Dense.CALL).c4GivesUnknownForUnknownShape()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must be free or not known");
  }

  @Test
  void findsAnExceptionForAnUnknownShape() {
    LayerCounter counter = Kits.counter(call -> cost(call.shapeIfKnown(0).elements()));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c4GivesUnknownForUnknownShape()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void findsASymbolicCostThatDisagreesWithNumbers() {
    LayerCounter counter =
        Kits.counter(
            call -> {
              Size batch = call.shape(0).dim(0);
              return cost(batch.isConstant() ? batch : batch.times(2));
            });
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c5SymbolicCostAgreesWithNumbers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("batch = 16");
  }

  @Test
  void findsWorkThatDoesNotDoubleWithTheBatch() {
    LayerCounter counter =
        Kits.counter(call -> cost(call.shape(0).dim(0).plus(call.shape(1).dim(0))));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c6DoublingTheBatchDoublesTheWork()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("least work");
  }

  @Test
  void wantsASampleWithABatch() {
    TestCall other = TestCall.of("test", "Dense", 1).input("float32[n, 4]").stored("float32[3, 4]");
    assertThatThrownBy(
            () -> run(Kits.ofCounter(new Dense(), other).c6DoublingTheBatchDoublesTheWork()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a sample with the symbol batch");
  }

  @Test
  void findsAnOperatorThatIsDeclaredButNotAnswered() {
    LayerCounter counter = Kits.counter(call -> Cost.unknown("not written yet"));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).c7AnswersForEveryOperator()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("samples that are handled and not unknown");
  }

  @Test
  void findsAnExceptionThatIsNotDeclared() {
    LayerCounter counter = Kits.counter(call -> cost(call.shape(0).dim(1)));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).c8ThrowsOnlyWhatIsDeclared()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("test:Dense-1 of Dense[float32[], float32[3, 4]]")
        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void findsANumberThatOverflows() {
    LayerCounter counter =
        Kits.counter(
            call -> {
              Size elements = call.shape(0, 2).elements();
              int overflowing = (int) elements.asLong().orElse(0);
              return cost(elements.asLong().isPresent() ? Size.of(overflowing) : elements);
            });
    TestCall wide =
        TestCall.of("test", "Dense", 1).input("float32[batch, n]").stored("float32[3, n]");
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, wide).c9HoldsForRandomSizes()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void findsALargerBatchThatCostsLess() {
    LayerCounter counter =
        Kits.counter(call -> cost(Size.of(100).minus(call.shape(0, 2).dim(0)).max(Size.ZERO)));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c11ALargerBatchDoesNotCostLess()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ADD of a batch of 3 is more than that of a batch of 6");
  }

  @Test
  void findsANameThatNoTermExplains() {
    LayerCounter counter =
        Kits.counter(
            call ->
                Cost.of(
                    Work.of(WorkKind.ADD, ElementType.FLOAT32, call.shape(0).elements()),
                    Formula.of("max(N, M)").where("N", "elements", call.shape(0).elements())));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).c12ExplainsEveryNameInItsFormula()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("names in max(N, M), of which terms explain [N]");
  }

  private static Cost cost(Size additions) {
    return Cost.of(Work.of(WorkKind.ADD, ElementType.FLOAT32, additions), Formula.of("n"));
  }
}
