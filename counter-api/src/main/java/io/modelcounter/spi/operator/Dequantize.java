package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** DequantizeLinear (ONNX, DequantizeLinear): (x - zero point) * scale. */
public final class Dequantize extends NamedOperator {
  private static final ElementType WIDE = ElementType.INT64;

  /**
   * Serves an operator of that meaning.
   *
   * @param operator the operator
   */
  public Dequantize(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Granularity.check(call);
    ElementType target = target(call);
    Inferred output = Inferred.tensor(target, call.shapeIfKnown(0));
    if (!call.element(0).isInteger() || !Granularity.mayConvert(call)) {
      return List.of(output);
    }
    Granularity.Conversion conversion =
        (element, scale, zeroPoint) ->
            dequantize(
                element,
                ScalarArithmetic.cast(scale, call.element(Granularity.SCALE), target),
                zeroPoint,
                target);
    return List.of(output.withValue(() -> Granularity.convert(call, target, conversion)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    boolean zeroPoint = call.hasInput(Granularity.ZERO_POINT);
    Formula formula =
        Formula.of(zeroPoint ? "2 * elements" : "elements")
            .where("elements", "elements, each multiplied with its scale", elements);
    return Cost.of(Quantization.dequantize(target(call), elements, zeroPoint), formula);
  }

  private static ElementType target(Call call) {
    return ElementTypes.of(call.attributes(), "output_dtype", call.element(Granularity.SCALE));
  }

  private static Scalar dequantize(
      Scalar element, Scalar scale, Scalar zeroPoint, ElementType target) {
    Scalar difference = ScalarArithmetic.subtract(WIDE, element, zeroPoint);
    return ScalarArithmetic.multiply(
        target, ScalarArithmetic.cast(difference, WIDE, target), scale);
  }
}
