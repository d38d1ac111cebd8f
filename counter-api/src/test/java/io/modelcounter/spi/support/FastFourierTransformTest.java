package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class FastFourierTransformTest {
  private static final Size N = Size.parse("n");

  private static Cost cost(Size transforms, Size length, boolean real) {
    return new FastFourierTransform(transforms, length, real).cost(ElementType.FLOAT32, Work.NONE);
  }

  @Test
  void takesALevelForEveryDoublingOfTheLength() {
    // 4 levels of 8 butterflies: 4 multiplications and 6 additions each
    Work work = cost(N, Size.of(16), false).low();
    assertThat(work.amount(WorkKind.MULTIPLY)).isEqualTo(Size.parse("128*n"));
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.parse("192*n"));
    assertThat(cost(N, Size.of(9), false).low().amount(WorkKind.MULTIPLY))
        .isEqualTo(Size.parse("72*n"));
  }

  @Test
  void takesHalfForRealNumbers() {
    Work work = cost(Size.of(2), Size.of(16), true).low();
    assertThat(work.amount(WorkKind.MULTIPLY)).isEqualTo(Size.of(128));
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.of(192));
  }

  @Test
  void takesNoLevelForALengthOfOne() {
    assertThat(cost(N, Size.ONE, false).low().isNone()).isTrue();
    assertThat(cost(N, Size.ZERO, false).low().isNone()).isTrue();
  }

  @Test
  void leavesTheLevelsOfASymbolicLengthOpen() {
    Cost cost = cost(Size.ONE, N, false);
    assertThat(cost.low().isNone()).isTrue();
    assertThat(cost.high().orElseThrow().amount(WorkKind.MULTIPLY))
        .isEqualTo(Size.parse("2*n^2 - 2*n"));
    assertThat(cost.reason().orElseThrow()).contains("hangs on its length, n");
  }

  @Test
  void addsWhatIsDoneBeside() {
    Work beside = Work.of(WorkKind.MULTIPLY, ElementType.FLOAT32, Size.of(7));
    Cost cost =
        new FastFourierTransform(Size.ONE, Size.of(2), false).cost(ElementType.FLOAT32, beside);
    assertThat(cost.low().amount(WorkKind.MULTIPLY)).isEqualTo(Size.of(11));
  }
}
