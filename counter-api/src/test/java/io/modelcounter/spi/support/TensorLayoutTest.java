package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import org.junit.jupiter.api.Test;

class TensorLayoutTest {
  private static final Shape FIRST = Shape.of(2, 3, 8, 9);
  private static final Shape LAST = Shape.of(2, 8, 9, 3);

  @Test
  void movesTheChannelsBetweenBatchAndSpatialAxesAndBack() {
    assertThat(TensorLayout.CHANNELS_LAST.channelsFirst(LAST)).isEqualTo(FIRST);
    assertThat(TensorLayout.CHANNELS_LAST.arranged(FIRST)).isEqualTo(LAST);
    assertThat(TensorLayout.CHANNELS_FIRST.channelsFirst(FIRST)).isEqualTo(FIRST);
    assertThat(TensorLayout.CHANNELS_FIRST.arranged(FIRST)).isEqualTo(FIRST);
  }

  @Test
  void leavesAnUnknownRankAlone() {
    Shape unknown = Shape.unknownRank("it is computed at run time");
    assertThat(TensorLayout.CHANNELS_LAST.channelsFirst(unknown)).isSameAs(unknown);
    assertThat(TensorLayout.CHANNELS_LAST.arranged(unknown)).isSameAs(unknown);
  }

  @Test
  void refusesWhatHasNoChannels() {
    assertThatThrownBy(() -> TensorLayout.CHANNELS_LAST.channelsFirst(Shape.of(4)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void readsTheAttribute() {
    assertThat(TensorLayout.of(Attributes.none())).isEqualTo(TensorLayout.CHANNELS_FIRST);
    assertThat(TensorLayout.of(Attributes.none().with("channels_last", AttributeValue.of(1L))))
        .isEqualTo(TensorLayout.CHANNELS_LAST);
  }
}
