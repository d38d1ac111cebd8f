package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The family of operators on quantized tensors. */
public final class QuantizedOperators {
  private QuantizedOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new QuantizedSum(),
        new QuantizedProduct(),
        new IntegerProduct(),
        QuantizedFunction.shifted("QLinearLeakyRelu", Activations.LEAKY_RELU),
        QuantizedFunction.shifted("QLinearSigmoid", ElementWork.SIGMOID),
        QuantizedFunction.symmetric("QOrderedGelu", Activations.GELU),
        new QuantizedSoftmax(),
        new QuantizedMean(),
        new IntegerSum(),
        new QuantizedLayerNormalization(),
        new QuantizedWhere(),
        new QuantizedConcat());
  }
}
