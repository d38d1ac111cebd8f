package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.operator.QuantizedConvolution;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.TensorLayout;
import java.util.List;

/** The convolution family. */
public final class ConvolutionOperators {
  private ConvolutionOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new FusedConvolution("FusedConv", TensorLayout.CHANNELS_FIRST),
        new FusedConvolution("NhwcConv", TensorLayout.CHANNELS_LAST),
        new FusedConvolution("NhwcFusedConv", TensorLayout.CHANNELS_LAST),
        new QuantizedConvolution(Contrib.operator("QLinearConv")),
        new DynamicallyPaddedTransposedConvolution());
  }
}
