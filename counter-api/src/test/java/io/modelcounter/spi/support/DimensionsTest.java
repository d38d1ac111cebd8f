package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
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
}
