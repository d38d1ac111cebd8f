package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class QuantizationTest {
  private static final ElementType REAL = ElementType.FLOAT32;
  private static final Size TEN = Size.of(10);

  @Test
  void dividesRoundsShiftsAndBounds() {
    Work work = Quantization.quantize(REAL, ElementType.INT8, TEN, true);
    assertThat(work)
        .isEqualTo(
            Work.of(WorkKind.DIVIDE, REAL, TEN)
                .and(WorkKind.ROUND, REAL, TEN)
                .and(WorkKind.ADD, REAL, TEN)
                .and(WorkKind.COMPARE, REAL, Size.of(20)));
    assertThat(Quantization.quantize(REAL, ElementType.INT8, TEN, false).amount(WorkKind.ADD))
        .isEqualTo(Size.ZERO);
  }

  @Test
  void convertsToAFloatingPointTypeInsteadOfRounding() {
    Work work = Quantization.quantize(REAL, ElementType.FLOAT8E4M3FN, TEN, false);
    assertThat(work.amount(WorkKind.CONVERT)).isEqualTo(TEN);
    assertThat(work.amount(WorkKind.ROUND)).isEqualTo(Size.ZERO);
  }

  @Test
  void subtractsTheZeroPointAndMultiplies() {
    assertThat(Quantization.dequantize(REAL, TEN, true))
        .isEqualTo(Work.of(WorkKind.ADD, REAL, TEN).and(WorkKind.MULTIPLY, REAL, TEN));
    assertThat(Quantization.dequantize(REAL, TEN, false))
        .isEqualTo(Work.of(WorkKind.MULTIPLY, REAL, TEN));
  }

  @Test
  void multipliesSumsByTheCombinedScale() {
    Work work = Quantization.requantize(REAL, ElementType.UINT8, TEN);
    assertThat(work.amount(WorkKind.MULTIPLY)).isEqualTo(TEN);
    assertThat(work.amount(WorkKind.DIVIDE)).isEqualTo(Size.ZERO);
    assertThat(work.amount(WorkKind.COMPARE)).isEqualTo(Size.of(20));
  }

  @Test
  void leavesTheZeroPointOutWhereThereIsNone() {
    assertThat(Quantization.requantize(REAL, ElementType.INT8, TEN, false).amount(WorkKind.ADD))
        .isEqualTo(Size.ZERO);
  }

  @Test
  void findsTheRangeOfEveryTensorThatIsQuantizedWhenItRuns() {
    Work work = Quantization.quantizeDynamically(REAL, TEN, Size.of(2));
    // the range of 10 elements; bounds of 10 elements and 2 zero points
    assertThat(work.amount(WorkKind.COMPARE)).isEqualTo(Size.of(20 + 24));
    assertThat(work.amount(WorkKind.DIVIDE)).isEqualTo(Size.of(2 + 12));
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.of(2 + 12));
    assertThat(work.amount(WorkKind.ROUND)).isEqualTo(Size.of(12));
  }

  @Test
  void convertsAndScalesSums() {
    assertThat(Quantization.scaleSums(REAL, TEN))
        .isEqualTo(Work.of(WorkKind.CONVERT, REAL, TEN).and(WorkKind.MULTIPLY, REAL, TEN));
  }
}
