package io.modelcounter.onnx.contrib.position;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The position family of the domain. */
public final class PositionOperators {
  private static final int TIME_HEIGHT_WIDTH = 3;

  private PositionOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new GatedRelativePositionBias(),
        new GemmaRotaryEmbedding(),
        new RelativePositionBias(),
        RotaryEmbedding.withPositionsFirst(Contrib.operator("RotaryEmbedding"), 1),
        RotaryEmbedding.withPositionsFirst(
            Contrib.operator("MRotaryEmbedding"), TIME_HEIGHT_WIDTH));
  }
}
