package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;

/**
 * QLinearMul (ONNX Runtime, contrib operators): C = (A - A_zero_point) * (B - B_zero_point) *
 * (A_scale * B_scale / C_scale) + C_zero_point, where A (input 0) and B (input 3) broadcast.
 *
 * <p>A subtraction per element of an operand that has a zero point; an output element takes a
 * multiplication and is requantized.
 */
final class QuantizedProduct extends OperandPair {
  private static final int SCALE = 6;
  private static final int ZERO_POINT = 7;

  QuantizedProduct() {
    super("QLinearMul", 3, 2);
  }

  @Override
  public Cost count(Call call) {
    Size outputs = call.outputShape(0).elements();
    Work work =
        shifts(call)
            .and(WorkKind.MULTIPLY, call.element(0), outputs)
            .plus(
                Quantization.requantize(
                    call.element(SCALE),
                    call.outputElement(0),
                    outputs,
                    call.hasInput(ZERO_POINT)));
    Formula formula =
        Formula.of("shifted + (1 + " + Requantization.quantizing(call, SCALE) + ") * outputs")
            .where("shifted", "elements of operands that have a zero point", shiftedElements(call))
            .where("outputs", "output elements, each multiplied and requantized", outputs);
    return Cost.of(work, formula);
  }
}
