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

/** QuantizeLinear (ONNX, QuantizeLinear): saturate(round(x / scale) + zero point). */
public final class Quantize extends NamedOperator {
  private static final ElementType WIDE = ElementType.INT64;

  /**
   * Serves an operator of that meaning.
   *
   * @param operator the operator
   */
  public Quantize(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Granularity.check(call);
    ElementType target = target(call);
    Inferred output = Inferred.tensor(target, call.shapeIfKnown(0));
    if (!target.isInteger() || !Granularity.mayConvert(call)) {
      return List.of(output);
    }
    ElementType computed = computed(call);
    Granularity.Conversion conversion =
        (element, scale, zeroPoint) ->
            quantize(
                ScalarArithmetic.cast(element, call.element(0), computed),
                ScalarArithmetic.cast(scale, call.element(Granularity.SCALE), computed),
                zeroPoint,
                computed,
                target);
    return List.of(output.withValue(() -> Granularity.convert(call, target, conversion)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    boolean zeroPoint = call.hasInput(Granularity.ZERO_POINT);
    Formula formula =
        Formula.of((zeroPoint ? "5" : "4") + " * elements")
            .where("elements", "elements, each divided, rounded and bounded", elements);
    return Cost.of(
        Quantization.quantize(computed(call), target(call), elements, zeroPoint), formula);
  }

  private static ElementType target(Call call) {
    ElementType otherwise =
        call.hasInput(Granularity.ZERO_POINT)
            ? call.element(Granularity.ZERO_POINT)
            : ElementType.UINT8;
    return ElementTypes.of(call.attributes(), "output_dtype", otherwise);
  }

  private static ElementType computed(Call call) {
    return ElementTypes.of(call.attributes(), "precision", call.element(Granularity.SCALE));
  }

  private static Scalar quantize(
      Scalar element, Scalar scale, Scalar zeroPoint, ElementType computed, ElementType target) {
    Scalar quotient =
        ScalarArithmetic.round(computed, ScalarArithmetic.divide(computed, element, scale));
    Scalar shifted =
        ScalarArithmetic.add(WIDE, ScalarArithmetic.cast(quotient, computed, WIDE), zeroPoint);
    Size values = Size.of(2).pow(target.bits());
    Size least = ElementTypes.isUnsigned(target) ? Size.ZERO : values.floorDiv(Size.of(2)).negate();
    Size most = least.plus(values).minus(Size.ONE);
    Scalar bounded = ScalarArithmetic.max(WIDE, shifted, Scalar.of(least));
    return ScalarArithmetic.min(WIDE, bounded, Scalar.of(most));
  }
}
