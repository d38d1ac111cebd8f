package io.modelcounter.core.operator.normalization;

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
        new BatchNormalization(),
        new ChannelNormalization("InstanceNormalization", false),
        new ChannelNormalization("GroupNormalization", true),
        new LayerNormalization(),
        new RootMeanSquareNormalization(),
        new LpNormalization(),
        new MeanVarianceNormalization(),
        new LocalResponseNormalization());
  }
}
