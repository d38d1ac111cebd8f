package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionsTest {
  private static final Size NAMED = Size.of(Symbol.named("n"));
  private static final Size FRESH = Size.of(Symbol.dataDependent("x.count", "the data decide"));

  @Test
  void prefersTheSizeThatSaysMore() {
    assertThat(Dimensions.agreed(Size.of(4), NAMED, "size")).isEqualTo(Size.of(4));
    assertThat(Dimensions.agreed(NAMED, Size.of(4), "size")).isEqualTo(Size.of(4));
    assertThat(Dimensions.agreed(FRESH, NAMED, "size")).isEqualTo(NAMED);
    assertThat(Dimensions.agreed(NAMED, FRESH, "size")).isEqualTo(NAMED);
    assertThat(Dimensions.agreed(NAMED, Size.of(Symbol.named("m")), "size")).isEqualTo(NAMED);
  }

  @Test
  void refusesSizesThatCanNeverBeEqual() {
    assertThatThrownBy(() -> Dimensions.agreed(Size.of(4), Size.of(5), "hidden size"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("hidden size is 4 in one place and 5 in another");
  }

  @Test
  void learnsAnAxisFromAVector() {
    Shape tensor = Shape.of(NAMED, NAMED);
    assertThat(Dimensions.agreed(tensor, -1, Shape.of(8), () -> ""))
        .isEqualTo(Shape.of(NAMED, Size.of(8)));
    assertThat(Dimensions.agreed(tensor, 0, Shape.of(NAMED), () -> "")).isSameAs(tensor);
    assertThat(Dimensions.agreed(tensor, 0, Shape.of(8, 1), () -> "")).isSameAs(tensor);
    assertThat(Dimensions.agreed(tensor, 0, Shape.unknownRank("who knows"), () -> ""))
        .isSameAs(tensor);
  }

  @Test
  void refusesAVectorThatIsLongerThanTheAxis() {
    assertThatThrownBy(() -> Dimensions.agreed(Shape.of(2, 3), -1, Shape.of(4), () -> "too long"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("too long");
    assertThatThrownBy(() -> Dimensions.agreed(Shape.scalar(), -1, Shape.of(4), () -> ""))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("axis -1");
  }

  @Test
  void cutsADimensionIntoEqualParts() {
    assertThat(Dimensions.part(Size.of(12), 3, "heads")).isEqualTo(Size.of(4));
    assertThat(Dimensions.part(Size.parse("12*n"), 3, "heads")).isEqualTo(Size.parse("4*n"));
    assertThatThrownBy(() -> Dimensions.part(Size.of(12), 5, "heads"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("an axis of 12 does not divide by 5 heads");
    assertThatThrownBy(() -> Dimensions.part(NAMED, 0, "heads"))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("the number of heads is 0, expected at least 1");
  }

  @Test
  void takesALengthFromAnInputOfOneElement() {
    Call call =
        Call.of(new OperatorId("acme", "Cut", 1))
            .input(Inferred.of(TensorValue.sizes(List.of(NAMED))))
            .input(Inferred.of(TensorValue.sizes(List.of(NAMED, Size.ONE))))
            .input(Inferred.tensor(ElementType.INT64, Shape.of(1)))
            .build();
    assertThat(Dimensions.given(call, 0)).contains(NAMED);
    assertThat(Dimensions.given(call, 1)).isEmpty();
    assertThat(Dimensions.given(call, 2)).isEmpty();
    assertThat(Dimensions.given(call, 3)).isEmpty();
  }
}
