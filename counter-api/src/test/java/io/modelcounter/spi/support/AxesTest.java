package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import org.junit.jupiter.api.Test;

class AxesTest {
  private static final Shape SHAPE = Shape.of(2, 3, 4);

  @Test
  void countsFromTheEndForNegativeAxes() {
    assertThat(Axes.normalize(-1, 3)).isEqualTo(2);
    assertThat(Axes.normalize(new long[] {-1, 0}, 3)).containsExactly(0, 2);
  }

  @Test
  void refusesAxesThatDoNotExistOrStandTwice() {
    assertThatThrownBy(() -> Axes.normalize(3, 3)).isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> Axes.normalize(new long[] {2, -1}, 3))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void takesAxesAwayOrLeavesThemWithSizeOne() {
    int[] axes = {0, 2};
    assertThat(Axes.reduced(SHAPE, axes, false)).isEqualTo(Shape.of(3));
    assertThat(Axes.reduced(SHAPE, axes, true)).isEqualTo(Shape.of(1, 3, 1));
    assertThat(Axes.reduced(SHAPE, new int[0], false)).isEqualTo(SHAPE);
  }
}
