package io.modelcounter.tck;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static io.modelcounter.tck.ModelCounterAssertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CostAssertTest {
  private static final Work WORK =
      Work.of(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, Size.parse("12*batch"))
          .and(WorkKind.BIAS_ADD, ElementType.FLOAT32, Size.of(3))
          .and(WorkKind.BIAS_ADD, ElementType.INT32, Size.of(4));
  private static final Cost KNOWN = Cost.of(WORK, Formula.of("n")).assuming("inputs are dense");
  private static final Cost BOUNDED =
      Cost.between(Work.NONE, WORK, Formula.of("n"), "a branch is open");
  private static final Cost AT_LEAST = Cost.atLeast(WORK, Formula.of("n"), "it may go on");
  private static final Cost UNKNOWN = Cost.unknown("the kernel is unknown");
  private static final Cost FREE = Cost.free("only the shape changes");

  @Test
  void comparesKnownWork() {
    assertThat(KNOWN)
        .hasMultiplyAdds("batch*12")
        .hasWork(WorkKind.BIAS_ADD, "7")
        .hasWork(WorkKind.BIAS_ADD, ElementType.INT32, "4")
        .hasWork(WorkKind.EXP, "0")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.BIAS_ADD);
    refuses(() -> assertThat(KNOWN).hasMultiplyAdds("12"), "12*batch");
    refuses(() -> assertThat(KNOWN).hasWork(WorkKind.BIAS_ADD, ElementType.INT8, "4"), "<0>");
    refuses(() -> assertThat(KNOWN).hasOnlyWork(WorkKind.BIAS_ADD), "MULTIPLY_ADD");
    refuses(() -> assertThat(UNKNOWN).hasMultiplyAdds("0"), "the kernel is unknown");
    refuses(() -> assertThat(BOUNDED).hasMultiplyAdds("0"), "a branch is open");
  }

  @Test
  void comparesBounds() {
    assertThat(BOUNDED).hasWorkBetween(WorkKind.MULTIPLY_ADD, "0", "12*batch");
    assertThat(AT_LEAST).hasWorkAtLeast(WorkKind.MULTIPLY_ADD, "12*batch");
    refuses(() -> assertThat(BOUNDED).hasWorkBetween(WorkKind.MULTIPLY_ADD, "1", "2"), "least");
    refuses(() -> assertThat(BOUNDED).hasWorkAtLeast(WorkKind.MULTIPLY_ADD, "0"), "a branch");
    refuses(
        () -> assertThat(AT_LEAST).hasWorkBetween(WorkKind.MULTIPLY_ADD, "0", "1"), "may go on");
  }

  @Test
  void tellsFreeFromUnknown() {
    assertThat(FREE).isFree().hasOnlyWork();
    assertThat(UNKNOWN).isUnknown().isUnknownBecause("kernel");
    refuses(() -> assertThat(UNKNOWN).isFree(), "the kernel is unknown");
    refuses(() -> assertThat(FREE).isUnknown(), "only the shape changes");
    refuses(() -> assertThat(UNKNOWN).isUnknownBecause("stride"), "stride");
  }

  @Test
  void findsAssumptions() {
    assertThat(KNOWN).assumes("dense");
    refuses(() -> assertThat(KNOWN).assumes("sparse"), "inputs are dense");
  }

  private static void refuses(ThrowingCallable assertion, String part) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(part);
  }
}
