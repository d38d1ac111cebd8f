package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
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

  @Test
  void saysHowASampleComesAbout() {
    Cost cost = Interpolation.of(4, 2).cost(ElementType.FLOAT32, Size.of(3));
    assertThat(cost.low().amount(WorkKind.MULTIPLY)).isEqualTo(Size.of(48));
    assertThat(cost.formula().text())
        .isEqualTo(
            "samples * neighbours + samples * (neighbours - 1) with samples = 3, neighbours = 16");
    assertThat(cost.assumptions()).containsExactly(Interpolation.ASSUMPTION);
    assertThat(Interpolation.of(1, 2).cost(ElementType.FLOAT32, Size.of(3)).isFree()).isTrue();
  }

  @Test
  void findsModesUnderTheNamesOfAllVersions() {
    assertThat(InterpolationMode.named("trilinear")).isEqualTo(InterpolationMode.LINEAR);
    assertThat(InterpolationMode.named("bicubic")).isEqualTo(InterpolationMode.CUBIC);
    assertThat(InterpolationMode.named("nearest").neighbours()).isEqualTo(1);
    assertThatThrownBy(() -> InterpolationMode.named("area"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("\"area\"");
  }
}
