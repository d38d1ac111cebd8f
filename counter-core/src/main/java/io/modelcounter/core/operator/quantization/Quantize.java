package io.modelcounter.core.operator.quantization;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** QuantizeLinear (ONNX, QuantizeLinear): saturate(round(x / scale) + zero point). */
final class Quantize implements Operator {
  private static final int SCALE = 1;
  private static final int ZERO_POINT = 2;
  private static final ElementType WIDE = ElementType.INT64;
  private static final Set<ElementType> UNSIGNED =
      EnumSet.of(ElementType.UINT2, ElementType.UINT4, ElementType.UINT8, ElementType.UINT16);

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("QuantizeLinear"));
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
    return List.of(
        output.withValue(
            () -> {
              Granularity.Conversion conversion =
                  (element, scale, zeroPoint) ->
                      quantize(
                          ScalarArithmetic.cast(element, call.element(0), computed),
                          ScalarArithmetic.cast(scale, call.element(SCALE), computed),
                          zeroPoint,
                          computed,
                          target);
              return Granularity.convert(call, conversion)
                  .flatMap(
                      elements ->
                          call.value(0).map(x -> TensorValue.of(target, x.dims(), elements)));
            }));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    boolean zeroPoint = call.hasInput(ZERO_POINT);
    Formula formula =
        Formula.of((zeroPoint ? "5" : "4") + " * elements")
            .where("elements", "elements, each divided, rounded and bounded", elements);
    return Cost.of(
        Quantization.quantize(computed(call), target(call), elements, zeroPoint), formula);
  }

  private static ElementType target(Call call) {
    ElementType otherwise =
        call.hasInput(ZERO_POINT) ? call.element(ZERO_POINT) : ElementType.UINT8;
    return ElementTypes.of(call.attributes(), "output_dtype", otherwise);
  }

  private static ElementType computed(Call call) {
    return ElementTypes.of(call.attributes(), "precision", call.element(SCALE));
  }

  private static Scalar quantize(
      Scalar element, Scalar scale, Scalar zeroPoint, ElementType computed, ElementType target) {
    Scalar quotient =
        ScalarArithmetic.round(computed, ScalarArithmetic.divide(computed, element, scale));
    Scalar shifted =
        ScalarArithmetic.add(WIDE, ScalarArithmetic.cast(quotient, computed, WIDE), zeroPoint);
    boolean unsigned = UNSIGNED.contains(target);
    long least = unsigned ? 0 : -(1L << (target.bits() - 1));
    long most = least + (1L << target.bits()) - 1;
    Scalar bounded = ScalarArithmetic.max(WIDE, shifted, Scalar.of(least));
    return ScalarArithmetic.min(WIDE, bounded, Scalar.of(most));
  }
}
