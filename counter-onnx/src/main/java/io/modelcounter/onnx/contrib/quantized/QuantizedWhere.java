package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QLinearWhere (ONNX Runtime, contrib operators): a condition (input 0) chooses between quantized
 * elements of X (input 1) and Y (input 4); all three broadcast.
 *
 * <p>The elements of X and Y are dequantized, an output element takes a choice and is quantized.
 */
final class QuantizedWhere extends NamedOperator {
  private static final int CHOSEN = 1;
  private static final int OTHERWISE = 4;
  private static final int SCALE = 7;

  QuantizedWhere() {
    super(Contrib.operator("QLinearWhere"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape =
        Broadcasting.broadcast(List.of(call.shape(0), call.shape(CHOSEN), call.shape(OTHERWISE)));
    return List.of(Inferred.tensor(call.element(CHOSEN), shape));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(CHOSEN), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Size outputs = call.outputShape(0).elements();
    Work work =
        Requantization.dequantize(call, CHOSEN)
            .plus(Requantization.dequantize(call, OTHERWISE))
            .and(WorkKind.SELECT, call.outputElement(0), outputs)
            .plus(Requantization.quantize(call, SCALE, outputs));
    Formula formula =
        Formula.of(
                Requantization.dequantizing(call, CHOSEN)
                    + " * chosen + "
                    + Requantization.dequantizing(call, OTHERWISE)
                    + " * otherwise + (1 + "
                    + Requantization.quantizing(call, SCALE)
                    + ") * outputs")
            .where("chosen", "elements of X, each dequantized", call.shape(CHOSEN).elements())
            .where("otherwise", "elements of Y, each dequantized", call.shape(OTHERWISE).elements())
            .where("outputs", "output elements, each chosen and quantized", outputs);
    return Cost.of(work, formula);
  }
}
