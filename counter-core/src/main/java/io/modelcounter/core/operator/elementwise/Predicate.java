package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A question about two elements: A and B broadcast to a tensor of truth values (ONNX, Equal, Less,
 * And and others).
 *
 * <p>One unit of work an output element.
 */
final class Predicate extends NamedOperator {
  private final ElementWork work;
  private final BinaryOperator<Scalar> function;

  Predicate(String name, WorkKind kind, BinaryOperator<Scalar> function) {
    super(name);
    this.work = ElementWork.of(kind);
    this.function = function;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        ElementwiseValues.ofAll(
            Operands.pair(call),
            ElementType.BOOL,
            Operands.shapeOfPair(call),
            operands -> function.apply(operands.get(0), operands.get(1))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.BOOL, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return work.cost(OperandType.of(call), call.outputShape(0).elements());
  }
}
