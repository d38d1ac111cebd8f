package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Pow (ONNX, Pow): X and the exponent Y broadcast; the result has the type of X.
 *
 * <p>One power an element; a multiplication where the exponent is known to be 2, a square root
 * where it is known to be 0.5.
 */
final class Power extends NamedOperator {
  private static final ElementWork GENERAL = ElementWork.of(WorkKind.POWER);
  private static final ElementWork SQUARE = ElementWork.of(WorkKind.MULTIPLY);
  private static final ElementWork ROOT = ElementWork.of(WorkKind.SQRT);

  Power() {
    super("Pow");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    Shape shape = Operands.shapeOfPair(call);
    return List.of(
        ElementwiseValues.ofAll(
            Operands.pair(call),
            type,
            shape,
            operands -> ScalarArithmetic.power(type, operands.get(0), operands.get(1))));
  }

  @Override
  public Cost count(Call call) {
    return work(exponent(call)).cost(call.element(0), call.outputShape(0).elements());
  }

  private static ElementWork work(OptionalDouble exponent) {
    if (exponent.isEmpty()) {
      return GENERAL;
    }
    double value = exponent.getAsDouble();
    return value == 2 ? SQUARE : value == 0.5 ? ROOT : GENERAL;
  }

  private static OptionalDouble exponent(Call call) {
    return call.value(1)
        .filter(value -> value.size() == 1)
        .map(Power::first)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble first(TensorValue value) {
    return value.at(0).asDouble();
  }
}
