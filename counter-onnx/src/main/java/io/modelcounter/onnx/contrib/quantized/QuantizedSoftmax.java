package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import java.util.List;

/**
 * QLinearSoftmax (ONNX Runtime, contrib operators): Softmax of quantized elements, along the rows
 * of the version of Softmax that the attribute {@code opset} names.
 *
 * <p>The elements are dequantized, the rows normalized as in Softmax, the results quantized.
 */
final class QuantizedSoftmax extends NamedOperator {
  private static final int INPUT_SCALE = 1;
  private static final int OUTPUT_SCALE = 3;

  QuantizedSoftmax() {
    super(Contrib.operator("QLinearSoftmax"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    int version = (int) call.attributes().requiredInteger("opset");
    Rows rows = SoftmaxWork.rows(call.shape(0), call.attributes(), version);
    Formula formula =
        Formula.of(
                "rows * ("
                    + (Requantization.dequantizing(call, 0) + 3)
                    + " * n + 2 * (n - 1) + "
                    + Requantization.quantizing(call, OUTPUT_SCALE)
                    + " * n)")
            .where("rows", "rows that are normalized", rows.count())
            .where("n", "elements of a row, each dequantized and quantized", rows.length());
    return Cost.of(
        Requantization.dequantize(call, 0)
            .plus(SoftmaxWork.softmax(call.element(INPUT_SCALE), rows))
            .plus(Requantization.quantize(call, OUTPUT_SCALE, rows.elements())),
        formula);
  }
}
