package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.operator.CausalConvolution;
import io.modelcounter.spi.operator.LinearAttention;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The attention family of the domain. */
public final class AttentionOperators {
  private AttentionOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new CausalConvolution(Contrib.operator("CausalConvWithState")),
        new DecoderAttention(),
        new GroupQueryAttention(),
        new LinearAttention(Contrib.operator("LinearAttention")),
        new LinearAttentionGate(),
        LongformerAttention.ofIntegers(),
        LongformerAttention.ofNumbers(),
        new MaskedSelfAttention(),
        MultiHeadAttention.ofAnyLength(),
        MultiHeadAttention.ofOneStep(),
        new OrderedAttention(),
        new PackedAttention(),
        new PackedMultiHeadAttention(),
        new PaddingRemoval(),
        new PaddingRestoration(),
        new PagedAttention(),
        new QuantizedAttention(),
        new SparseAttention());
  }
}
