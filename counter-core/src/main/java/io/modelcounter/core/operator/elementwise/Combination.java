package io.modelcounter.core.operator.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Any number of operands combined element by element: Max, Min, Sum and Mean (ONNX).
 *
 * <pre>
 * combinations = (operands - 1) * elements
 * </pre>
 *
 * <p>Mean has one division an element in addition.
 */
final class Combination extends NamedOperator {
  private final WorkKind kind;
  private final BinaryFunction.Function function;
  private final boolean mean;

  Combination(String name, WorkKind kind, BinaryFunction.Function function, boolean mean) {
    super(name);
    this.kind = kind;
    this.function = function;
    this.mean = mean;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = OperandType.of(call);
    return List.of(
        ElementwiseValues.ofAll(
            Operands.all(call), type, Operands.shape(call), elements -> combine(type, elements)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(OperandType.of(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = OperandType.of(call);
    Size elements = call.outputShape(0).elements();
    Size operands = Size.of(call.inputCount());
    Work work = Work.of(kind, type, operands.minus(Size.ONE).times(elements));
    if (mean) {
      work = work.and(WorkKind.DIVIDE, type, elements);
    }
    String expression = mean ? "operands * elements" : "(operands - 1) * elements";
    return Cost.of(
        work,
        Formula.of(expression)
            .where("operands", "tensors that are combined", operands)
            .where("elements", "elements of the output", elements));
  }

  private Scalar combine(ElementType type, List<Scalar> elements) {
    Scalar result = elements.get(0);
    for (Scalar element : elements.subList(1, elements.size())) {
      result = function.apply(type, result, element);
    }
    return mean ? ScalarArithmetic.divide(type, result, Scalar.real(elements.size())) : result;
  }
}
