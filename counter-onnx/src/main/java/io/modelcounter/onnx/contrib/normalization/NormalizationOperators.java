package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The normalization family. */
public final class NormalizationOperators {
  private NormalizationOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new SkipNormalization("SkipLayerNormalization", true),
        new SkipNormalization("SkipSimplifiedLayerNormalization", false),
        new EmbeddingNormalization(),
        new GroupNorm("GroupNorm", false),
        new GroupNorm("SkipGroupNorm", true),
        new GatedNormalization());
  }
}
