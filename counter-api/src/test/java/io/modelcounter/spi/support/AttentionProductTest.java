package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import org.junit.jupiter.api.Test;

class AttentionProductTest {
  private static final ElementType TYPE = ElementType.FLOAT32;
  private static final AttentionProduct PRODUCT =
      new AttentionProduct(Size.of(2), Size.of(3), Size.of(4), Size.of(6), Size.of(8), Size.of(10));

  @Test
  void letsEveryQueryMeetEveryKey() {
    assertThat(PRODUCT.scores()).isEqualTo(Size.of(144));
    assertThat(PRODUCT.multiplyAdds()).isEqualTo(Size.of(144 * 18));
    assertThat(PRODUCT.products(TYPE).amount(WorkKind.SUM_START)).isEqualTo(Size.of(144 + 240));
  }

  @Test
  void normalizesTheScoresOfEveryQuery() {
    Work softmax = PRODUCT.softmax(TYPE);
    assertThat(softmax.amount(WorkKind.COMPARE)).isEqualTo(Size.of(120));
    assertThat(softmax.amount(WorkKind.ADD)).isEqualTo(Size.of(264));
    assertThat(softmax.amount(WorkKind.EXP)).isEqualTo(Size.of(144));
    assertThat(softmax.amount(WorkKind.DIVIDE)).isEqualTo(Size.of(144));
  }

  @Test
  void capsEveryScore() {
    Work cap = PRODUCT.cap(TYPE);
    assertThat(cap.amount(WorkKind.DIVIDE)).isEqualTo(Size.of(144));
    assertThat(cap.amount(WorkKind.HYPERBOLIC)).isEqualTo(Size.of(144));
    assertThat(cap.amount(WorkKind.MULTIPLY)).isEqualTo(Size.of(144));
  }

  @Test
  void growsWithTheSquareOfTheSequence() {
    Size sequence = Size.of(Symbol.named("s"));
    AttentionProduct self =
        new AttentionProduct(Size.ONE, Size.of(12), sequence, sequence, Size.of(64), Size.of(64));
    assertThat(self.multiplyAdds()).hasToString("1536*s^2");
    assertThat(self.multiplyAdds().bind(Bindings.of("s", 16))).isEqualTo(Size.of(393_216));
  }

  @Test
  void computesNothingWithoutKeys() {
    AttentionProduct empty =
        new AttentionProduct(
            Size.of(2), Size.of(3), Size.of(4), Size.ZERO, Size.of(8), Size.of(10));
    assertThat(empty.products(TYPE)).isEqualTo(Work.NONE);
    assertThat(empty.softmax(TYPE)).isEqualTo(Work.NONE);
  }
}
