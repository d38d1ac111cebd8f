package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.onnx.contrib.Contrib;
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
        new Quantize(Contrib.operator("QuantizeLinear")),
        new Dequantize(Contrib.operator("DequantizeLinear")),
        new QuantizeWithOrder(),
        new DequantizeWithOrder(),
        new QuantizeBlockFloatingPoint(),
        new DequantizeBlockFloatingPoint(),
        new GatherBlockQuantized());
  }
}
