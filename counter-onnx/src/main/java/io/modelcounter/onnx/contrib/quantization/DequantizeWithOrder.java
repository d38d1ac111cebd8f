package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DequantizeWithOrder (ONNX Runtime, contrib operators): int8 matrices without zero point, in the
 * layout of a device, become real numbers of the type that {@code to} names.
 *
 * <p>An element is multiplied by the scale; the layout costs nothing.
 */
final class DequantizeWithOrder extends NamedOperator {

  DequantizeWithOrder() {
    super(Contrib.operator("DequantizeWithOrder"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(target(call), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    Formula formula =
        Formula.of("elements")
            .where("elements", "elements, each multiplied with the scale", elements);
    return Cost.of(Quantization.dequantize(target(call), elements, false), formula);
  }

  private static ElementType target(Call call) {
    return ElementTypes.of(call.attributes(), "to", ElementType.FLOAT32);
  }
}
