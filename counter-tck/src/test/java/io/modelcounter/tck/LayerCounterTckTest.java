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
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).countsTheSameTwice()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second answer");
  }

  @Test
  void findsANegativeAmount() {
    LayerCounter counter =
        Kits.counter(call -> cost(call.shape(1).dim(1).minus(call.shape(0).dim(0))));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).givesNoNegativeAmount()))
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
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).givesUnknownForUnknownShape()))
        .isInstanceOf(AssertionError.class);
    LayerCounter constant = Kits.counter(call -> cost(Size.of(7)));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(constant, Dense.CALL).givesUnknownForUnknownShape()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must be free or not known");
  }

  @Test
  void findsAnExceptionForAnUnknownShape() {
    LayerCounter counter = Kits.counter(call -> cost(call.shapeIfKnown(0).elements()));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).givesUnknownForUnknownShape()))
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
            () -> run(Kits.ofCounter(counter, Dense.CALL).symbolicCostAgreesWithNumbers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("batch = 16");
  }

  @Test
  void findsWorkThatDoesNotDoubleWithTheBatch() {
    LayerCounter counter =
        Kits.counter(call -> cost(call.shape(0).dim(0).plus(call.shape(1).dim(0))));
    assertThatThrownBy(
            () -> run(Kits.ofCounter(counter, Dense.CALL).doublingTheBatchDoublesTheWork()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("least work");
  }

  @Test
  void wantsASampleWithABatch() {
    TestCall other = TestCall.of("test", "Dense", 1).input("float32[n, 4]").stored("float32[3, 4]");
    assertThatThrownBy(
            () -> run(Kits.ofCounter(new Dense(), other).doublingTheBatchDoublesTheWork()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a sample with the symbol batch");
  }

  @Test
  void findsAnOperatorThatIsDeclaredButNotAnswered() {
    LayerCounter counter = Kits.counter(call -> Cost.unknown("not written yet"));
    assertThatThrownBy(() -> run(Kits.ofCounter(counter, Dense.CALL).answersForEveryOperator()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("samples that are handled and not unknown");
  }

  private static Cost cost(Size additions) {
    return Cost.of(Work.of(WorkKind.ADD, ElementType.FLOAT32, additions), Formula.of("n"));
  }
}
