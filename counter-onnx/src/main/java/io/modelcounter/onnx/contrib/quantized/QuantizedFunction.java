package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * A function of one quantized element: Y = quantize(f(dequantize(X))) (ONNX Runtime, contrib
 * operators). The scale of X is input 1.
 *
 * <p>An element is dequantized, takes the work of the function and is quantized.
 */
final class QuantizedFunction extends NamedOperator {
  private static final int INPUT_SCALE = 1;
  private static final int NONE = -1;

  private final ElementWork function;
  private final int inputZeroPoint;
  private final int outputZeroPoint;

  private QuantizedFunction(
      String name, ElementWork function, int inputZeroPoint, int outputZeroPoint) {
    super(Contrib.operator(name));
    this.function = function;
    this.inputZeroPoint = inputZeroPoint;
    this.outputZeroPoint = outputZeroPoint;
  }

  /** A function whose inputs are X, its scale and zero point, the scale and zero point of Y. */
  static QuantizedFunction shifted(String name, ElementWork function) {
    return new QuantizedFunction(name, function, 2, 4);
  }

  /** A function whose inputs are X, its scale and the scale of Y; nothing has a zero point. */
  static QuantizedFunction symmetric(String name, ElementWork function) {
    return new QuantizedFunction(name, function, NONE, NONE);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    ElementType real = call.element(INPUT_SCALE);
    boolean shiftsInput = has(call, inputZeroPoint);
    boolean shiftsOutput = has(call, outputZeroPoint);
    Work work =
        Quantization.dequantize(real, elements, shiftsInput)
            .plus(function.times(real, elements))
            .plus(Quantization.quantize(real, call.element(0), elements, shiftsOutput));
    Formula formula =
        Formula.of(
                "("
                    + (shiftsInput ? 2 : 1)
                    + " + operations + "
                    + (shiftsOutput ? 5 : 4)
                    + ") * elements")
            .where("operations", "operations of the function: " + function, function.total())
            .where("elements", "elements, each dequantized and quantized", elements);
    return Cost.of(work, formula);
  }

  private static boolean has(Call call, int input) {
    return input != NONE && call.hasInput(input);
  }
}
