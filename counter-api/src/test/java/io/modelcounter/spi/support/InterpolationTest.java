package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class InterpolationTest {

  @Test
  void weighsEveryNeighbour() {
    Work work = Interpolation.of(2, 3).work(ElementType.FLOAT32, Size.parse("n"));
    assertThat(work.amount(WorkKind.MULTIPLY)).isEqualTo(Size.parse("8*n"));
    assertThat(work.amount(WorkKind.ADD)).isEqualTo(Size.parse("7*n"));
    assertThat(work.amounts()).hasSize(2);
  }

  @Test
  void copiesTheNearestElementForNothing() {
    Interpolation nearest = Interpolation.of(1, 2);
    assertThat(nearest.isCopy()).isTrue();
    assertThat(nearest.work(ElementType.FLOAT32, Size.of(10)).isNone()).isTrue();
    assertThat(Interpolation.of(4, 0).isCopy()).isTrue();
  }
}
