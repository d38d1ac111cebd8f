package io.modelcounter.core.operator.attention;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.LinearAttention;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The attention family. */
public final class AttentionOperators {
  private AttentionOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new DotProductAttention(),
        new FlexibleAttention(),
        new LinearAttention(OperatorRange.onnx("LinearAttention")),
        RotaryEmbedding.withPositionsLast(OperatorRange.onnx("RotaryEmbedding")));
  }
}
