package io.modelcounter.core.operator.elementwise;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;

/**
 * Mod (ONNX, Mod): the remainder takes the sign of the divisor, or with {@code fmod} that of the
 * dividend.
 *
 * <p>One division an element.
 */
final class Modulo implements Operator {
  private static final List<OperatorRange> OPERATORS = List.of(OperatorRange.onnx("Mod"));
  private static final ElementWork WORK = ElementWork.of(WorkKind.DIVIDE);

  @Override
  public List<OperatorRange> operators() {
    return OPERATORS;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = Operands.type(call, 0);
    boolean signOfDividend = call.attributes().integer("fmod", 0) != 0;
    return List.of(
        ElementwiseValues.binary(
            call,
            type,
            Operands.shapeOfPair(call),
            (a, b) ->
                signOfDividend
                    ? ScalarArithmetic.remainder(type, a, b)
                    : ScalarArithmetic.modulo(type, a, b)));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(Operands.type(call, 0), call.outputShape(0).elements());
  }
}
