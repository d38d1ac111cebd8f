package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;

/**
 * MulInteger (ONNX Runtime, contrib operators): C = (A - A_zero_point) * (B - B_zero_point) as
 * int32, where A (input 0) and B (input 2) broadcast.
 *
 * <p>A subtraction per element of an operand that has a zero point, a multiplication per output
 * element.
 */
final class IntegerProduct extends OperandPair {

  IntegerProduct() {
    super("MulInteger", 2, 1);
  }

  @Override
  ElementType outputType(Call call) {
    return ElementType.INT32;
  }

  @Override
  public Cost count(Call call) {
    Size outputs = call.outputShape(0).elements();
    Formula formula =
        Formula.of("shifted + outputs")
            .where("shifted", "elements of operands that have a zero point", shiftedElements(call))
            .where("outputs", "output elements", outputs);
    return Cost.of(shifts(call).and(WorkKind.MULTIPLY, ElementType.INT32, outputs), formula);
  }
}
