package io.modelcounter.core.operator.quantization;

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
    return List.of(new Quantize(), new Dequantize(), new DynamicQuantize());
  }
}
