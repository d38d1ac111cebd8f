package io.modelcounter.spi.support;

import static io.modelcounter.spi.support.Scalars.H;
import static io.modelcounter.spi.support.Scalars.W;
import static io.modelcounter.spi.support.Scalars.floats;
import static io.modelcounter.spi.support.Scalars.fraction;
import static io.modelcounter.spi.support.Scalars.real;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Scalar;
import org.junit.jupiter.api.Test;

class ScalarLogicTest {
  @Test
  void comparesWhatHoldsForAllValues() {
    assertThat(ScalarLogic.equal(H, Scalar.of(-1))).isEqualTo(Scalar.of(false));
    assertThat(ScalarLogic.equal(H, Scalar.of(4))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarLogic.equal(H, H)).isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.less(Scalar.of(0), H)).isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.greater(Scalar.of(1), H)).isEqualTo(Scalar.of(false));
    assertThat(ScalarLogic.greaterOrEqual(H, Scalar.of(1))).isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.lessOrEqual(fraction("h", 2), floats(H))).isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.less(floats(H), real(Double.POSITIVE_INFINITY)))
        .isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.equal(real(Double.NaN), real(Double.NaN))).isEqualTo(Scalar.of(false));
    assertThat(ScalarLogic.equal(Scalar.text("a"), Scalar.text("a"))).isEqualTo(Scalar.of(true));
    assertThat(ScalarLogic.equal(Scalar.UNKNOWN, Scalar.text("a"))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarLogic.less(Scalar.UNKNOWN, real(Double.NaN))).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void oneTruthValueMayDecideAlone() {
    Scalar yes = Scalar.of(true);
    Scalar no = Scalar.of(false);
    assertThat(ScalarLogic.or(yes, Scalar.UNKNOWN)).isEqualTo(yes);
    assertThat(ScalarLogic.or(no, Scalar.UNKNOWN)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarLogic.and(Scalar.UNKNOWN, no)).isEqualTo(no);
    assertThat(ScalarLogic.and(yes, yes)).isEqualTo(yes);
    assertThat(ScalarLogic.xor(yes, no)).isEqualTo(yes);
    assertThat(ScalarLogic.not(Scalar.UNKNOWN)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void selectsByCondition() {
    assertThat(ScalarLogic.select(Scalar.of(true), H, W)).isEqualTo(H);
    assertThat(ScalarLogic.select(Scalar.of(false), H, W)).isEqualTo(W);
    assertThat(ScalarLogic.select(Scalar.UNKNOWN, H, W)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarLogic.select(Scalar.UNKNOWN, H, H)).isEqualTo(H);
  }
}
