package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class HeadsTest {

  private static Call call(Shape shape) {
    return Call.of(new OperatorId("acme", "Attention", 1))
        .attributes(Attributes.none().with("heads", AttributeValue.of(4L)))
        .input(Inferred.tensor(ElementType.FLOAT32, shape))
        .build();
  }

  @Test
  void seesPackedTensorsByHeads() {
    Heads heads = Heads.of(call(Shape.of(2, 10, 64)), 0, "heads");
    assertThat(heads).isEqualTo(new Heads(Size.of(2), Size.of(4), Size.of(10), Size.of(16), true));
  }

  @Test
  void readsHeadsThatHaveAnAxis() {
    Heads heads = Heads.of(call(Shape.of(2, 8, 10, 16)), 0, "heads");
    assertThat(heads).isEqualTo(new Heads(Size.of(2), Size.of(8), Size.of(10), Size.of(16), false));
  }

  @Test
  void refusesOtherRanks() {
    assertThatThrownBy(() -> Heads.of(call(Shape.of(2, 64)), 0, "heads"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected rank 3 or 4");
  }
}
