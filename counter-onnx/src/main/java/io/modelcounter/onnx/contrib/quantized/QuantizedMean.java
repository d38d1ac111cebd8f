package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import java.util.List;

/**
 * QLinearReduceMean (ONNX Runtime, contrib operators): ReduceMean of quantized elements.
 *
 * <p>The elements are dequantized, a group of n takes n − 1 additions and a division, the means are
 * quantized.
 */
final class QuantizedMean extends NamedOperator {
  private static final int INPUT_SCALE = 1;
  private static final int OUTPUT_SCALE = 3;

  QuantizedMean() {
    super(Contrib.operator("QLinearReduceMean"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), ReducedCall.of(call).output()));
  }

  @Override
  public Cost count(Call call) {
    Rows rows = ReducedCall.of(call).rows();
    ElementType real = call.element(INPUT_SCALE);
    Work work =
        Requantization.dequantize(call, 0)
            .and(WorkKind.ADD, real, rows.combinations())
            .and(WorkKind.DIVIDE, real, rows.count())
            .plus(Requantization.quantize(call, OUTPUT_SCALE, rows.count()));
    Formula formula =
        Formula.of(
                Requantization.dequantizing(call, 0)
                    + " * elements + elements - outputs + outputs + "
                    + Requantization.quantizing(call, OUTPUT_SCALE)
                    + " * outputs")
            .where("elements", "elements of the input, each dequantized", rows.elements())
            .where("outputs", "elements of the output, each quantized", rows.count());
    return Cost.of(work, formula);
  }
}
