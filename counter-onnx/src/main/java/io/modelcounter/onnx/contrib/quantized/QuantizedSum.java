package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;

/**
 * QLinearAdd (ONNX Runtime, contrib operators): C = (A_scale * (A - A_zero_point) + B_scale * (B -
 * B_zero_point)) / C_scale + C_zero_point, where A (input 0) and B (input 3) broadcast.
 *
 * <p>The elements of A and B are dequantized, an output element takes an addition and is quantized.
 */
final class QuantizedSum extends OperandPair {
  private static final int RIGHT = 3;
  private static final int SCALE = 6;

  QuantizedSum() {
    super("QLinearAdd", RIGHT, 2);
  }

  @Override
  public Cost count(Call call) {
    Size outputs = call.outputShape(0).elements();
    Work work =
        Requantization.dequantize(call, 0)
            .plus(Requantization.dequantize(call, RIGHT))
            .and(WorkKind.ADD, call.element(SCALE), outputs)
            .plus(Requantization.quantize(call, SCALE, outputs));
    Formula formula =
        Formula.of(
                Requantization.dequantizing(call, 0)
                    + " * left + "
                    + Requantization.dequantizing(call, RIGHT)
                    + " * right + (1 + "
                    + Requantization.quantizing(call, SCALE)
                    + ") * outputs")
            .where("left", "elements of A, each dequantized", call.shape(0).elements())
            .where("right", "elements of B, each dequantized", call.shape(RIGHT).elements())
            .where("outputs", "output elements, each added and quantized", outputs);
    return Cost.of(work, formula);
  }
}
