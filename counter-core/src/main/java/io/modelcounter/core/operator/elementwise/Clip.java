package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Clip (ONNX, Clip): holds elements between bounds, which are attributes before version 11 and
 * inputs from then on.
 *
 * <p>One comparison an element and bound.
 */
final class Clip extends NamedOperator {
  private static final ElementWork ONE_BOUND = ElementWork.of(WorkKind.COMPARE);
  private static final ElementWork TWO_BOUNDS = ElementWork.of(WorkKind.COMPARE, WorkKind.COMPARE);

  Clip() {
    super("Clip");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    List<Inferred> operands = new ArrayList<>(3);
    operands.add(call.input(0));
    bound(call, "min", 1, operands);
    int lower = operands.size() - 1;
    bound(call, "max", 2, operands);
    int upper = operands.size() - 1;
    return List.of(
        ElementwiseValues.ofAll(
            operands,
            type,
            call.shapeIfKnown(0),
            elements -> {
              Scalar result = elements.get(0);
              if (lower > 0) {
                result = ScalarArithmetic.max(type, result, elements.get(lower));
              }
              return upper > lower
                  ? ScalarArithmetic.min(type, result, elements.get(upper))
                  : result;
            }));
  }

  @Override
  public Cost count(Call call) {
    boolean lower = call.attributes().has("min") || call.hasInput(1);
    boolean upper = call.attributes().has("max") || call.hasInput(2);
    if (!lower && !upper) {
      return Cost.free("no bound is given");
    }
    return (lower && upper ? TWO_BOUNDS : ONE_BOUND)
        .cost(call.element(0), call.outputShape(0).elements());
  }

  private static void bound(Call call, String attribute, int input, List<Inferred> operands) {
    OptionalDouble value = call.attributes().real(attribute);
    if (value.isPresent()) {
      operands.add(
          Inferred.of(TensorValue.scalar(call.element(0), Scalar.real(value.getAsDouble()))));
    } else if (call.hasInput(input)) {
      operands.add(call.input(input));
    }
  }
}
