package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;

/**
 * Mod (ONNX, Mod): the remainder takes the sign of the divisor, or with {@code fmod} that of the
 * dividend.
 *
 * <p>One division an element.
 */
final class Modulo extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.DIVIDE);

  Modulo() {
    super("Mod");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = OperandType.of(call);
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
    return WORK.cost(OperandType.of(call), call.outputShape(0).elements());
  }
}
