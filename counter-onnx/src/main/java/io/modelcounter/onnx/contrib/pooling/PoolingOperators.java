package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.TensorLayout;
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
        new MaximumPooling("NhwcMaxPool", TensorLayout.CHANNELS_LAST),
        new MaximumPooling("MaxpoolWithMask", TensorLayout.CHANNELS_FIRST),
        new QuantizedAveragePooling("QLinearAveragePool"),
        new QuantizedGlobalAveragePooling("QLinearGlobalAveragePool"));
  }
}
