package io.modelcounter.core.operator.pooling;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The pooling family. */
public final class PoolingOperators {
  private PoolingOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new WindowPooling("AveragePool", PoolingKind.AVERAGE),
        new WindowPooling("MaxPool", PoolingKind.MAXIMUM),
        new WindowPooling("LpPool", PoolingKind.NORM),
        new GlobalPooling("GlobalAveragePool", PoolingKind.AVERAGE),
        new GlobalPooling("GlobalMaxPool", PoolingKind.MAXIMUM),
        new GlobalPooling("GlobalLpPool", PoolingKind.NORM),
        new MaximumUnpooling(),
        new MaximumRegionPooling(),
        new RegionAlignment());
  }
}
