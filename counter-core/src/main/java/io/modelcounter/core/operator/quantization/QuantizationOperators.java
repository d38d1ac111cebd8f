package io.modelcounter.core.operator.quantization;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.Dequantize;
import io.modelcounter.spi.operator.Quantize;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The quantization family. */
public final class QuantizationOperators {
  private QuantizationOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Quantize(OperatorRange.onnx("QuantizeLinear")),
        new Dequantize(OperatorRange.onnx("DequantizeLinear")),
        new DynamicQuantize());
  }
}
