package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class ElementWorkTest {
  private static final ElementType TYPE = ElementType.FLOAT32;
  private static final ElementWork TWO_PRODUCTS_AND_A_SUM =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.MULTIPLY);

  @Test
  void multipliesUnitsByElements() {
    assertThat(TWO_PRODUCTS_AND_A_SUM.times(TYPE, Size.parse("3*batch")))
        .isEqualTo(
            Work.of(WorkKind.MULTIPLY, TYPE, Size.parse("6*batch"))
                .and(WorkKind.ADD, TYPE, Size.parse("3*batch")));
  }

  @Test
  void addsUnitsWithoutChangingTheOriginal() {
    ElementWork more = TWO_PRODUCTS_AND_A_SUM.and(WorkKind.EXP, 2);
    assertThat(more.times(TYPE, Size.ONE).amount(WorkKind.EXP)).isEqualTo(Size.of(2));
    assertThat(TWO_PRODUCTS_AND_A_SUM.times(TYPE, Size.ONE).amount(WorkKind.EXP).isZero()).isTrue();
  }

  @Test
  void explainsTheOperationsOfAnElement() {
    Cost cost = TWO_PRODUCTS_AND_A_SUM.cost(TYPE, Size.of(5));
    assertThat(cost.formula().text())
        .isEqualTo("operations * elements with operations = 3, elements = 5");
    assertThat(cost.formula().terms().get(0).meaning())
        .isEqualTo("operations an element: add, 2 multiply");
  }

  @Test
  void namesItsOperationsAndTheirSum() {
    assertThat(TWO_PRODUCTS_AND_A_SUM).hasToString("add, 2 multiply");
    assertThat(TWO_PRODUCTS_AND_A_SUM.total()).isEqualTo(Size.of(3));
  }

  @Test
  void noElementsAreNoWork() {
    assertThat(TWO_PRODUCTS_AND_A_SUM.times(TYPE, Size.ZERO).isNone()).isTrue();
    assertThat(ElementWork.of().times(TYPE, Size.of(5)).isNone()).isTrue();
  }
}
