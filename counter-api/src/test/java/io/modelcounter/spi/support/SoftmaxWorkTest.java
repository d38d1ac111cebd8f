package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class SoftmaxWorkTest {
  private static final Rows ROWS = new Rows(Size.of(3), Size.of(10));

  @Test
  void dividesEveryExponentialByTheirSum() {
    Work work = SoftmaxWork.softmax(ElementType.FLOAT32, ROWS);
    assertThat(work.amount(WorkKind.COMPARE)).isEqualTo(Size.of(27));
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.of(57));
    assertThat(work.amount(WorkKind.EXP)).isEqualTo(Size.of(30));
    assertThat(work.amount(WorkKind.DIVIDE)).isEqualTo(Size.of(30));
  }

  @Test
  void subtractsTheLogarithmOfTheSum() {
    Work work = SoftmaxWork.logSoftmax(ElementType.FLOAT32, ROWS);
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.of(87));
    assertThat(work.amount(WorkKind.LOG)).isEqualTo(Size.of(3));
    assertThat(work.amount(WorkKind.DIVIDE)).isEqualTo(Size.ZERO);
  }

  @Test
  void doesNothingForEmptyRows() {
    assertThat(SoftmaxWork.softmax(ElementType.FLOAT32, new Rows(Size.of(3), Size.ZERO)))
        .isEqualTo(Work.NONE);
  }

  @Test
  void rowsHoldEverythingFromTheAxisOnBeforeVersionThirteen() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(SoftmaxWork.rows(shape, Attributes.none(), 11))
        .isEqualTo(new Rows(Size.of(2), Size.of(12)));
    assertThat(SoftmaxWork.rows(shape, Attributes.none(), 13))
        .isEqualTo(new Rows(Size.of(6), Size.of(4)));
    Attributes behindTheLast = Attributes.none().with("axis", AttributeValue.of(3L));
    assertThat(SoftmaxWork.rows(shape, behindTheLast, 11))
        .isEqualTo(new Rows(Size.of(24), Size.ONE));
  }
}
