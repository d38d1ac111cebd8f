package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Size BATCH = Size.of(Symbol.named("batch"));

  @Test
  void groupsLieAlongAnAxis() {
    Rows rows = Rows.along(Shape.of(BATCH, Size.of(4), Size.of(5)), 1);
    assertThat(rows.count()).isEqualTo(BATCH.times(5));
    assertThat(rows.length()).isEqualTo(Size.of(4));
    assertThat(rows.elements()).isEqualTo(BATCH.times(20));
  }

  @Test
  void combiningTakesOneOperationLessThanElements() {
    assertThat(new Rows(Size.of(3), BATCH).combinations()).isEqualTo(Size.parse("3*batch - 3"));
  }

  @Test
  void emptyGroupsNeedNoCombination() {
    assertThat(new Rows(Size.of(3), Size.ZERO).combinations()).isEqualTo(Size.ZERO);
    Size unknown = Size.of(Symbol.dataDependent("count", "it is counted at run time"));
    assertThat(new Rows(Size.of(3), unknown).combinations().lowerBound()).contains(BigInteger.ZERO);
  }

  @Test
  void groupsLieAcrossSeveralAxes() {
    Rows rows = Rows.across(Shape.of(BATCH, Size.of(4), Size.of(5)), new int[] {1, 2});
    assertThat(rows.count()).isEqualTo(BATCH);
    assertThat(rows.length()).isEqualTo(Size.of(20));
  }
}
