package io.modelcounter.core.operator.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DynamicQuantizeLinear (ONNX, DynamicQuantizeLinear): x gives its 8-bit elements, their scale and
 * their zero point.
 *
 * <p>The least and the greatest element, 0 among them, take two comparisons an element; the scale a
 * subtraction and a division; elements and zero point are quantized alike.
 */
final class DynamicQuantize extends NamedOperator {

  DynamicQuantize() {
    super("DynamicQuantizeLinear");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(ElementType.UINT8, call.shapeIfKnown(0)),
        Inferred.tensor(ElementType.FLOAT32, Shape.scalar()),
        Inferred.tensor(ElementType.UINT8, Shape.scalar()));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    Work work = Quantization.quantizeDynamically(call.element(0), elements, Size.ONE);
    Formula formula =
        Formula.of("2 * elements + 2 + 5 * (elements + 1)")
            .where("elements", "elements that are compared and quantized", elements);
    return Cost.of(work, formula);
  }
}
