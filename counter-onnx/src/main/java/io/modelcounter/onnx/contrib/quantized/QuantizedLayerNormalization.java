package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QOrderedLayerNormalization (ONNX Runtime, contrib operators): LayerNormalization of int8 elements
 * without zero points.
 *
 * <p>An element is multiplied by its scale, normalized as in LayerNormalization and quantized.
 */
final class QuantizedLayerNormalization extends NamedOperator {
  private static final int INPUT_SCALE = 1;
  private static final int SCALE = 2;
  private static final int SHIFT = 3;

  QuantizedLayerNormalization() {
    super(Contrib.operator("QOrderedLayerNormalization"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Shape shape = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", -1), shape.rank());
    Size elements = shape.elements();
    Size groups = shape.elements(0, axis);
    ElementType real = call.element(INPUT_SCALE);
    boolean shifted = call.hasInput(SHIFT);
    Work work =
        Quantization.dequantize(real, elements, false)
            .plus(
                new NormalizationWork(elements, groups)
                    .center(real)
                    .deviation(real)
                    .divide(real)
                    .scale(real, shifted)
                    .work())
            .plus(Quantization.quantize(real, call.element(0), elements, false));
    Formula formula =
        Formula.of((shifted ? "(1 + 7 + 4)" : "(1 + 6 + 4)") + " * elements + 3 * groups")
            .where("elements", "elements, each dequantized and quantized", elements)
            .where("groups", "groups that share their statistics", groups);
    return Cost.of(work, formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == SCALE || input == SHIFT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
