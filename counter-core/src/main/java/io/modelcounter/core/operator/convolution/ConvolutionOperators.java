package io.modelcounter.core.operator.convolution;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.CausalConvolution;
import io.modelcounter.spi.operator.QuantizedConvolution;
import io.modelcounter.spi.support.Operator;
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
        new Convolution(),
        new TransposedConvolution(),
        new IntegerConvolution(),
        new QuantizedConvolution(OperatorRange.onnx("QLinearConv")),
        new DeformableConvolution(),
        new CausalConvolution(OperatorRange.onnx("CausalConvWithState")));
  }
}
