package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.symbolic.Size;

/**
 * Average pooling of quantized images: dequantized, averaged, quantized again (ONNX Runtime,
 * QLinearAveragePool and QLinearGlobalAveragePool).
 *
 * <p>An input element takes a multiplication, and a subtraction where there is a zero point; a
 * window of n elements n − 1 additions and a division; an output element a quantization.
 */
abstract class QuantizedPooling extends NamedOperator {
  private static final int INPUT_SCALE = 1;
  private static final int INPUT_ZERO_POINT = 2;
  private static final int OUTPUT_ZERO_POINT = 4;

  QuantizedPooling(String name) {
    super(Contrib.operator(name));
  }

  /** The windows, one an output element. */
  abstract Rows windows(Call call);

  static TensorLayout layout(Call call) {
    return TensorLayout.of(call.attributes());
  }

  @Override
  public final Cost count(Call call) {
    Rows windows = windows(call);
    ElementType real = call.element(INPUT_SCALE);
    Size elements = call.shape(0).elements();
    Work work =
        Quantization.dequantize(real, elements, call.hasInput(INPUT_ZERO_POINT))
            .and(WorkKind.ADD, real, windows.combinations())
            .and(WorkKind.DIVIDE, real, windows.count())
            .plus(
                Quantization.quantize(
                    real, call.element(0), windows.count(), call.hasInput(OUTPUT_ZERO_POINT)));
    String conversions =
        (call.hasInput(INPUT_ZERO_POINT) ? "2 * elements + " : "elements + ")
            + (call.hasInput(OUTPUT_ZERO_POINT) ? "5 * windows" : "4 * windows");
    Formula formula =
        Formula.of(conversions + " + windows * (covered - 1) + windows")
            .where("elements", "elements of the input, each dequantized", elements)
            .where("windows", "output elements, each quantized", windows.count())
            .where("covered", "elements of a window", windows.length());
    return Cost.of(work, formula);
  }
}
