package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QuantizeWithOrder (ONNX Runtime, contrib operators): matrices become int8 without zero point, in
 * the layout of a device.
 *
 * <p>An element is divided, rounded and compared with two bounds; the layout costs nothing.
 */
final class QuantizeWithOrder extends NamedOperator {

  QuantizeWithOrder() {
    super(Contrib.operator("QuantizeWithOrder"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(ElementType.INT8, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    Formula formula =
        Formula.of("4 * elements")
            .where("elements", "elements, each divided, rounded and bounded", elements);
    return Cost.of(
        Quantization.quantize(call.element(0), ElementType.INT8, elements, false), formula);
  }
}
